#!/usr/bin/env python3
"""Reads the output of `ctest --verbose` and prints one line: N passed, N failed.

Test cases are counted where a program tells them (googletest, QtTest); a program that ended badly without telling of a failed
case counts as one failure, so that a crash never looks like success.
"""
import re
import sys

GTEST_PASSED = re.compile(r"^\d+: \[  PASSED  \] (\d+) tests?\.")
GTEST_FAILED = re.compile(r"^\d+: \[  FAILED  \] (\d+) tests?, listed below")
QTEST = re.compile(r"^\d+: Totals: (\d+) passed, (\d+) failed")
ENDED = re.compile(r"^ *\d+/\d+ Test +#(\d+): \S+ \.*\**(.*?) +[\d.]+ sec")


def main():
    cases = {}                                       # program number -> [passed, failed]
    passed = failed = 0
    for line in open(sys.argv[1], encoding="utf-8", errors="replace"):
        number = line.split(":", 1)[0]
        for pattern, place in ((GTEST_PASSED, 0), (GTEST_FAILED, 1)):
            found = pattern.match(line)
            if found:
                cases.setdefault(number, [0, 0])[place] += int(found[1])
        found = QTEST.match(line)
        if found:
            counts = cases.setdefault(number, [0, 0])
            counts[0] += int(found[1])
            counts[1] += int(found[2])
        found = ENDED.match(line)
        if found:
            good = "Passed" in found[2]
            told = cases.get(found[1], [0, 0])
            passed += told[0] if told[0] or not good else 1
            failed += told[1] if told[1] or good else 1
    print(f"{passed} passed, {failed} failed")


if __name__ == "__main__":
    main()
