#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads CSV from stdin, its separator is the argument, and prints its rows as JSON."""
import csv
import io
import json
import sys

csv.field_size_limit(1 << 20)
text = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline="")
json.dump(list(csv.reader(text, delimiter=sys.argv[1], strict=True)), sys.stdout)
