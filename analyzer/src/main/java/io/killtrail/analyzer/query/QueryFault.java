package io.killtrail.analyzer.query;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParserConstants;
import org.apache.lucene.queryparser.classic.Token;

/** What is wrong with a query and where, in the words of people instead of the parser's. */
final class QueryFault {
  /** Of the parser's scanner, which counts from 1. */
  private static final Pattern COLUMN = Pattern.compile("line \\d+, column (\\d+)");

  private QueryFault() {}

  static QuerySyntaxException of(ParseException fault, String query) {
    Throwable cause = fault.getCause() == null ? fault : fault.getCause();
    return switch (cause) {
      case FieldUse.WrongUse use -> fault(use.getMessage(), query, use.in(query));
      case ParseException grammar when grammar.currentToken != null ->
          unexpected(grammar.currentToken.next, query);
      default -> lexical(String.valueOf(cause.getMessage()), query);
    };
  }

  /** What is no pattern, between slashes. */
  static QuerySyntaxException ofPattern(IllegalArgumentException fault, String query) {
    return fault("a pattern is wrong: " + firstLine(fault), query, query.indexOf('/'));
  }

  private static String firstLine(Exception fault) {
    return String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
  }

  private static QuerySyntaxException unexpected(Token token, String query) {
    return token.kind == QueryParserConstants.EOF
        ? fault(
            "the query ends too early: a term or a closing bracket is missing",
            query,
            query.length())
        : fault("'" + token.image + "' is not expected here", query, token.beginColumn);
  }

  /** What is no token at all: mostly quotes or brackets that are not closed. */
  private static QuerySyntaxException lexical(String message, String query) {
    Matcher column = COLUMN.matcher(message);
    int at = column.find() ? Integer.parseInt(column.group(1)) - 1 : -1;
    if (message.contains("<EOF>")) {
      return unclosed(query, at);
    }
    int more = message.indexOf('\n');
    return fault(more < 0 ? message : message.substring(0, more), query, at);
  }

  /** An odd quotation mark, or a slash, which begins a pattern and not a path. */
  private static QuerySyntaxException unclosed(String query, int at) {
    boolean odd = query.chars().filter(character -> character == '"').count() % 2 == 1;
    if (!odd && query.indexOf('/') >= 0) {
      return fault(
          "a slash is not closed by another; put quotation marks around a path",
          query,
          query.indexOf('/'));
    }
    return fault(
        "a quotation mark or bracket is not closed", query, odd ? query.lastIndexOf('"') : at);
  }

  private static QuerySyntaxException fault(String message, String query, int at) {
    return new QuerySyntaxException(
        message, query, at < 0 ? OptionalInt.empty() : OptionalInt.of(at));
  }
}
