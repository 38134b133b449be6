"""The catalogue's verbs: read packs and folders, compute pinyin, search, compare, publish.

Here live the strict decoding of what comes from outside and the encoding of what goes out; the
rules over decoded items are in `desktop.domain.guidance`.
"""
