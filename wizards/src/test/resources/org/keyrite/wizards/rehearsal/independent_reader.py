#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Rebuilds a DKEK share from rehearsal-secrets.yaml and a share file, with none of our code.

    independent_reader.py SECRETS SHARE_FILE ITERATIONS ID...

Joins the shares with these ids (Shamir, Lagrange at 0), derives key and iv (MD5 chains), decrypts
(openssl) and prints the key check value that a DKEK of this share alone has, in upper-case hex.
"""
import hashlib
import re
import subprocess
import sys


def join(prime, shares):
    secret = 0
    for i, y in shares.items():
        above = below = 1
        for j in shares:
            if j != i:
                above = above * j % prime
                below = below * (j - i) % prime
        secret = (secret + y * above * pow(below, -1, prime)) % prime
    return secret


def derive(password, salt, iterations):
    """EVP_BytesToKey with MD5: three chained blocks, each hashed so many times."""
    blocks, block, md5 = [], b"", hashlib.md5
    for _ in range(3):
        block = md5(block + password + salt).digest()
        for _ in range(iterations - 1):
            block = md5(block).digest()
        blocks.append(block)
    return blocks[0] + blocks[1], blocks[2]


def decrypt(content, key, iv):
    command = ["openssl", "enc", "-d", "-aes-256-cbc", "-nopad", "-K", key.hex(), "-iv", iv.hex()]
    return subprocess.run(command, input=content, stdout=subprocess.PIPE, check=True).stdout


def main(secrets_file, share_file, iterations, *ids):
    text = open(secrets_file, encoding="utf-8").read()
    prime = re.search(r'prime: "([0-9a-f]+)"', text).group(1)
    threshold = int(re.search(r"threshold: (\d+)", text).group(1))
    found = re.findall(r'\{id: (\d+), value: "([0-9a-f]+)"\}', text)
    values = {int(i): int(value, 16) for i, value in found}
    shares = {int(i): values[int(i)] for i in ids}
    assert len(shares) == threshold, "as many different ids as the threshold"

    file = open(share_file, "rb").read()
    assert len(file) == 64 and file[:8] == b"Salted__", "a share file"
    password = join(int(prime, 16), shares).to_bytes(len(prime) // 2, "big")
    key, iv = derive(password, file[8:16], int(iterations))
    plain = decrypt(file[16:], key, iv)
    assert plain[32:] == bytes([16]) * 16, "the whole last block is padding"
    print(hashlib.sha256(plain[:32]).hexdigest()[:16].upper())


if __name__ == "__main__":
    main(*sys.argv[1:])
