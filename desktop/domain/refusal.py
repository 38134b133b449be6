"""What the rules say when something may not be done: a code and data, never a sentence.

`desktop.wording` turns the code into the sentence that the clerk reads.
"""

from __future__ import annotations


class Refusal(Exception):
    """An act that may not be done. `code` names the rule, `data` what the sentence needs.

    `data["article"]`, where present, is the provision the refusal rests on; `data["row"]` the
    key of the material to jump to.
    """

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code)
        self.code = code
        self.data = data

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value}" for name, value in self.data.items())
        return f"{self.code}({details})" if details else self.code
