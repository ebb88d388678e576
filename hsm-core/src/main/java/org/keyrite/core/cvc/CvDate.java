// SPDX-License-Identifier: Apache-2.0
package org.keyrite.core.cvc;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.keyrite.core.bytes.Bytes;
import org.keyrite.core.problem.FileProblem.Malformed;
import org.keyrite.core.problem.ProblemException;

/**
 * Dates of certificates (byte reference, section 8.1 [2+]): six bytes, each a decimal digit, as
 * YYMMDD from 2000 on. {@code 020600050208} is 28 May 2026.
 */
final class CvDate {
  private static final int SIZE = 6;
  private static final int CENTURY = 2000;

  private CvDate() {}

  static LocalDate parse(String format, String field, Bytes content) throws ProblemException {
    if (content.size() == SIZE) {
      try {
        return LocalDate.of(CENTURY + number(content, 0), number(content, 2), number(content, 4));
      } catch (DateTimeException noSuchDay) {
        throw new Malformed(format, field, 0).asException();
      }
    }
    throw new Malformed(format, field, 0).asException();
  }

  private static int number(Bytes content, int at) {
    if (content.at(at) > 9 || content.at(at + 1) > 9) {
      throw new DateTimeException("no decimal digits");
    }
    return 10 * content.at(at) + content.at(at + 1);
  }

  static Bytes encode(LocalDate date) {
    int year = date.getYear() - CENTURY;
    return Bytes.of(
        (byte) (year / 10),
        (byte) (year % 10),
        (byte) (date.getMonthValue() / 10),
        (byte) (date.getMonthValue() % 10),
        (byte) (date.getDayOfMonth() / 10),
        (byte) (date.getDayOfMonth() % 10));
  }
}
