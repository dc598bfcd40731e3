package io.killtrail.ingest.run;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** The compressions that logs are met in. */
enum Packer {
  GZIP {
    @Override
    OutputStream to(OutputStream out) throws IOException {
      return new GZIPOutputStream(out);
    }
  },
  XZ {
    @Override
    OutputStream to(OutputStream out) throws IOException {
      return new XZOutputStream(out, new LZMA2Options());
    }
  },
  ZSTD {
    @Override
    OutputStream to(OutputStream out) throws IOException {
      return new ZstdOutputStreamNoFinalizer(out);
    }
  },
  BZIP2 {
    @Override
    OutputStream to(OutputStream out) throws IOException {
      return new BZip2CompressorOutputStream(out, 1);
    }
  };

  abstract OutputStream to(OutputStream out) throws IOException;

  byte[] pack(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = to(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  /** Writes the same bytes again and again. */
  byte[] repeat(byte[] plain, long times) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = to(packed)) {
      for (long i = 0; i < times; i++) {
        out.write(plain);
      }
    }
    return packed.toByteArray();
  }
}
