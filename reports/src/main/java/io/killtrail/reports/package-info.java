/** Cases to reports. */
package io.killtrail.reports;
