// SPDX-License-Identifier: Apache-2.0
/**
 * A SmartCard-HSM in software, for rehearsals and tests: bytes in, bytes out.
 *
 * <p>Start with {@link org.keyrite.core.simulator.SimulatedHsm}. It decodes a command, hands it to
 * the handler of its family and keeps what comes out: a handler is a function from the {@code Turn}
 * (command, {@link org.keyrite.core.simulator.SimulatedState}, session) to the {@code Outcome}, and
 * changes nothing itself. A new command is a line in {@code Commands} and a handler.
 *
 * <p>Written from public descriptions of the device's bytes, and believed only because other
 * people's programs work with it. It therefore shares nothing with the client but byte values, TLV
 * and problems: whoever lets one of them use the other's constants makes both worthless as a check.
 * Refuses every nonsense with a status word and never throws.
 *
 * <p>Keys are {@code StoredKey}s: {@code KeyGeneration} makes them, {@code KeyUse} is what every
 * command that computes with one has in common, and {@code KeyWrapping} lets them leave and come.
 *
 * <p>{@code Certificates} lets a device check other devices up to its own root, and {@code
 * KeyDomains} takes a membership in only when {@code MembershipParts} hold in all their signatures.
 * {@code KeyAgreement} has two devices of a group agree on a key.
 *
 * <p>A simulated device protects nothing. Its state, PINs and keys included, lies in memory or in a
 * file in the clear: import made-up shares only.
 */
package org.keyrite.core.simulator;
