// SPDX-License-Identifier: Apache-2.0
package org.keyrite.wizards.ceremony;

/** What stands in a section: a step, or a section of steps. */
public sealed interface Item permits Step, Section {}
