// SPDX-License-Identifier: Apache-2.0
/**
 * Plans and answers in files. Both are one flat YAML map of words to values; {@link
 * org.keyrite.wizards.plan.FlatYaml} reads it line by line and refuses whatever YAML can do beyond
 * that, {@link org.keyrite.wizards.plan.PlanFile} and {@link org.keyrite.wizards.plan.AnswersFile}
 * hold each line against the fields of a ceremony. What is refused is named with its line. The
 * schema is in {@code docs/formats/plan.md}. Depends on {@code ceremony}; knows no shell.
 */
package org.keyrite.wizards.plan;
