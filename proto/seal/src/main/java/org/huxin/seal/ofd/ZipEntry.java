// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.ofd;

/**
 * A file of an archive, as the directory has it and its own header confirms.
 *
 * @param path where it stands
 * @param deflated whether its bytes are deflated; stored if not
 * @param crc CRC-32 of its content
 * @param packedSize how many bytes it takes in the archive
 * @param size how many bytes it holds
 * @param offset where its bytes begin in the archive
 */
record ZipEntry(
    OfdPath path, boolean deflated, long crc, long packedSize, long size, long offset) {}
