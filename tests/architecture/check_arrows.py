#!/usr/bin/env python3
"""Greps the includes of every library: an include is allowed only along the arrows below. Also: headers that must stay private
to one folder (Beast, pqxx, sqlite3, OpenSSL, Widgets), no umbrella Qt headers, and no co_await statement with a shape that old
compilers break (an owning lambda capture or a designated initializer)."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
MAY = {                                             # library: what it may include, itself apart
    "wire": set(),
    "base": {"wire"},
    "rt": {"wire", "base"},
    "domain": {"wire", "base"},
    "ports": {"wire", "base", "rt", "domain"},
    "http": {"wire", "base", "rt"},
    "nlu": {"wire", "base"},
    "store": {"wire", "base", "rt", "domain", "ports"},
    "whatsapp": {"wire", "base", "rt", "domain", "ports", "http"},
    "pms": {"wire", "base", "rt", "domain", "ports", "http"},
    "agent": {"wire", "base", "rt", "domain", "ports", "nlu", "http"},
    "app": {"wire", "base", "rt", "domain", "ports", "http", "nlu", "store", "whatsapp", "pms", "agent"},
    "core": {"wire"},
    "models": {"wire", "core"},
    "widgets": {"wire", "core", "models"},
}
PRIVATE = {                                         # pattern of an include: the only folders that may have it
    r"boost/beast": {"daemon/http"},
    r"pqxx": {"daemon/store/postgres"},
    r"sqlite3\.h": {"daemon/store/sqlite"},
    r"openssl/": {"daemon/http", "daemon/base"},
    r"argon2\.h": {"daemon/app"},
    r"pugixml": {"daemon/pms"},
}
WIDGETS = re.compile(r"Q(Application|Widget|MainWindow|Dialog|PushButton|Label|LineEdit|ListView|TreeView|Layout|VBoxLayout|HBoxLayout)")
UMBRELLA = re.compile(r"<Qt(Core|Gui|Widgets|Network|Sql|Test|Svg)(/Qt\w+)?>")
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.M)
CO_AWAIT = re.compile(r"co_await[^;{}]*?(?:(?<=[(,\s])(\[(?!this\]|&|\])[\w=&, ]+\]\s*[({])|(\{\s*\.\w))")
FOLDERS = {"wire": "shared/wire", **{n: f"gui/{n}" for n in ("core", "models", "widgets")}}


def files(folder):
    return sorted(p for p in (ROOT / folder).rglob("*") if p.suffix in (".h", ".cpp") and "build" not in p.parts)


def main():
    faults, seen = [], 0
    for library, allowed in MAY.items():
        folder = FOLDERS.get(library, f"daemon/{library}")
        for path in files(folder):
            seen += 1
            text, name = path.read_text(encoding="utf-8"), path.relative_to(ROOT)
            for include in INCLUDE.findall(text):
                first = include.split("/")[0]
                if first in MAY and "/" in include and first != library and first not in allowed:
                    faults.append(f"{name} includes {include}: {library} must not know {first}")
                for pattern, homes in PRIVATE.items():
                    if re.search(pattern, include) and not any(str(name).startswith(h) for h in homes):
                        faults.append(f"{name} includes {include}: only {', '.join(sorted(homes))} may")
                    if re.search(pattern, include) and path.suffix == ".h" and pattern in ("boost/beast", "pqxx", r"sqlite3\.h") and "detail" not in path.parts and library not in ("store", "http"):
                        faults.append(f"{name}: {include} in a header")
                if library in ("core", "models") and WIDGETS.fullmatch(include):
                    faults.append(f"{name} includes {include}: no widgets in gui/{library}")
                if UMBRELLA.search(f"<{include}>"):
                    faults.append(f"{name} includes the umbrella header {include}")
            if folder.startswith("daemon"):
                for found in CO_AWAIT.finditer(re.sub(r"//[^\n]*", "", text)):
                    faults.append(f"{name}: a co_await statement with «{found[1] or found[2]}»: use a named local first")
    if seen < 50:
        faults.append(f"only {seen} files were found: the check looks at the wrong place")
    print("\n".join(faults) or f"{seen} files keep the arrows")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
