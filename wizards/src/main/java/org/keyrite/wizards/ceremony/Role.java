// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

/** What a person does in a ceremony. */
public enum Role {
  OFFICER("officer"),
  OPERATOR("operator"),
  CUSTODIAN("custodian"),
  WITNESS("witness"),
  AUDITOR("auditor");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  /** The word for this role in journals, plans and message keys. */
  public String word() {
    return word;
  }
}
