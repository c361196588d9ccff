#!/usr/bin/env python3
"""Fails when a translation of the console is incomplete: a language is missing, a text is unfinished or empty, plural forms are
missing, a placeholder (%1, %n) got lost, or (with --lupdate and --sources) a text of the sources is not in the files."""
import argparse
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

LANGUAGES = ("en", "es", "pt_BR")
FORMS = 2  # all three languages have singular and plural
PLACEHOLDER = re.compile(r"%(?:n|L?\d)")


def messages(path):
    """(context, source, comment) -> message element, without those whose source is gone."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            if message.find("translation").get("type") not in ("vanished", "obsolete"):
                found[(name, message.findtext("source"), message.findtext("comment") or "")] = message
    return found


def faults_of(key, message):
    translation = message.find("translation")
    texts = [form.text or "" for form in translation.findall("numerusform")] if message.get("numerus") == "yes" else [translation.text or ""]
    if translation.get("type") == "unfinished":
        yield "unfinished"
    if message.get("numerus") == "yes" and len(texts) != FORMS:
        yield f"{len(texts)} plural forms instead of {FORMS}"
    for text in texts:
        if not text.strip() and key[1].strip():
            yield "empty"
        elif Counter(PLACEHOLDER.findall(text)) != Counter(PLACEHOLDER.findall(key[1])):
            yield f"placeholders differ in «{text}»"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path(__file__).parent)
    parser.add_argument("--lupdate")
    parser.add_argument("--sources")
    options = parser.parse_args()
    faults, known = [], {}
    for language in LANGUAGES:
        path = options.folder / f"console_{language}.ts"
        if not path.is_file():
            faults.append(f"{path.name}: missing")
            continue
        known[language] = messages(path)
        if not known[language]:
            faults.append(f"{path.name}: empty")
        for key, message in known[language].items():
            faults += [f"{path.name}: {key[0]}: «{key[1]}»: {fault}" for fault in faults_of(key, message)]
    if options.lupdate and options.sources:
        with tempfile.TemporaryDirectory() as folder:
            fresh = Path(folder) / "console_en.ts"
            subprocess.run([options.lupdate, "-silent", "-locations", "none", options.sources, "-ts", str(fresh)], check=True)
            wanted = set(messages(fresh))
            if not wanted:
                faults.append("lupdate found no text at all")
            for language, have in known.items():
                faults += [f"console_{language}.ts: {key[0]}: «{key[1]}»: not in the file" for key in sorted(wanted - set(have))]
    print("\n".join(faults) if faults else f"{', '.join(LANGUAGES)}: {len(known['en'])} texts each, complete")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
