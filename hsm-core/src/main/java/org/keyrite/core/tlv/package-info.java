// SPDX-License-Identifier: Apache-2.0
/**
 * Strict BER-TLV (ISO/IEC 7816-4 section 5.2, DER lengths): {@link org.keyrite.core.tlv.TlvReader}
 * reads {@link org.keyrite.core.tlv.Tlv}s and refuses what an encoder would not have written. For
 * public data only: values are {@link org.keyrite.core.bytes.Bytes}. May depend on bytes and
 * problem.
 */
package org.keyrite.core.tlv;
