// SPDX-License-Identifier: Apache-2.0
/**
 * Puts simulated devices where plugged ones would be: {@link
 * org.keyrite.core.practice.PracticeReaders} are the {@code Readers} of a rehearsal, in memory and
 * without a smart card service. The only place that knows both {@code reader} and {@code
 * simulator}, so that neither knows the other; it carries bytes and does not look at them.
 */
package org.keyrite.core.practice;
