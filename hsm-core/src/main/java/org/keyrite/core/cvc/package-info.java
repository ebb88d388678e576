// SPDX-License-Identifier: Apache-2.0
/**
 * Card verifiable certificates: who made a device. Begin with {@link
 * org.keyrite.core.cvc.CertificateChain}, which is what a device keeps about itself, and {@link
 * org.keyrite.core.cvc.TrustAnchors}, the roots that are known here. {@link
 * org.keyrite.core.cvc.DeviceId} is what a device hands to a group signer. The formats are those of
 * section 8 of the byte reference. May use {@code key}, {@code bytes}, {@code tlv} and {@code
 * problem}, and the lightweight interface of Bouncy Castle for curves that the Java runtime does
 * not have.
 */
package org.keyrite.core.cvc;
