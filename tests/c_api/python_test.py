"""The C API through ctypes, as a program in another language sees the shared library."""

import ctypes
import sys


class String(ctypes.Structure):
    _fields_ = [("data", ctypes.c_void_p), ("size", ctypes.c_size_t)]

    @classmethod
    def of(cls, text):
        raw = text.encode()
        view = cls(ctypes.cast(ctypes.c_char_p(raw), ctypes.c_void_p), len(raw))
        view.keep = raw
        return view

    def __str__(self):
        return ctypes.string_at(self.data, self.size).decode() if self.size else ""


class Span(ctypes.Structure):
    _fields_ = [("begin", ctypes.c_uint32), ("end", ctypes.c_uint32)]


class Draft(ctypes.Structure):
    _fields_ = [("bytes", String), ("name", String), ("syntax", ctypes.c_int)]


class Context(ctypes.Structure):
    _fields_ = [
        ("json", String),
        ("channel", String),
        ("customer_name", String),
        ("customer_message", String),
        ("customer_language", String),
        ("agent_name", String),
        ("brand", String),
        ("turn", ctypes.c_uint32),
        ("kind", ctypes.c_int),
        ("attachments_known", ctypes.c_int),
        ("attachments", ctypes.c_uint32),
        ("thread", ctypes.c_void_p),
        ("thread_size", ctypes.c_size_t),
        ("tags", ctypes.c_void_p),
        ("tags_size", ctypes.c_size_t),
    ]


class Diagnostic(ctypes.Structure):
    _fields_ = [
        ("rule", String),
        ("level", ctypes.c_int),
        ("bytes", Span),
        ("utf16", Span),
        ("line", ctypes.c_uint32),
        ("column", ctypes.c_uint32),
        ("end_line", ctypes.c_uint32),
        ("end_column", ctypes.c_uint32),
        ("message", String),
        ("match", String),
    ]


def main(path):
    library = ctypes.CDLL(path)
    library.tonelint_version.restype = String
    library.tonelint_report_count.restype = ctypes.c_size_t
    library.tonelint_report_count.argtypes = [ctypes.c_void_p]
    library.tonelint_report_diagnostic.restype = ctypes.POINTER(Diagnostic)
    library.tonelint_report_diagnostic.argtypes = [ctypes.c_void_p, ctypes.c_size_t]
    library.tonelint_report_free.argtypes = [ctypes.c_void_p]
    library.tonelint_guide_free.argtypes = [ctypes.c_void_p]

    assert str(library.tonelint_version()).count(".") == 2
    guide = ctypes.c_void_p()
    report = ctypes.c_void_p()
    assert library.tonelint_guide_built_in(ctypes.byref(guide)) == 0
    text = "Hi Pria 😀,\n\nUnfortunately it is late.\n"
    draft = Draft(String.of(text), String.of("draft.txt"), 0)
    context = Context(customer_name=String.of("Priya Nair"))
    assert library.tonelint_lint(guide, ctypes.byref(draft), ctypes.byref(context),
                                 ctypes.byref(report)) == 0
    library.tonelint_guide_free(guide)

    found = {}
    for index in range(library.tonelint_report_count(report)):
        diagnostic = library.tonelint_report_diagnostic(report, index).contents
        found[str(diagnostic.rule)] = diagnostic
    assert "greeting-name-mismatch" in found, sorted(found)
    worst = found["unfortunately"]
    assert (worst.line, worst.column) == (3, 1)
    utf16 = text.encode("utf-16-le")
    assert utf16[2 * worst.utf16.begin:2 * worst.utf16.end].decode("utf-16-le") == "Unfortunately"
    assert text.encode()[worst.bytes.begin:worst.bytes.end] == b"Unfortunately"
    assert str(worst.match) == "Unfortunately"
    library.tonelint_report_free(report)
    print("ctypes finds", ", ".join(sorted(found)))


main(sys.argv[1])
