"""Names of teams and organisations that publish together: they aren't taken apart into given and family names."""

from __future__ import annotations

_LAST = frozenset(
    "team group lab labs consortium collaboration foundation institute inc inc. research university community".split()
)
_ORGANISATIONS = frozenset(
    "openai anthropic google deepmind meta microsoft nvidia deepseek deepseek-ai qwen mistral cohere apple amazon ibm baidu"
    " tencent alibaba bytedance huawei eleutherai bigscience databricks salesforce adobe xai moonshot minimax nous".split()
)
_SMALL = frozenset({"of", "for", "and", "the", "at"})


def is_collective(name: str) -> bool:
    """Whether a name is that of an organisation or a team, as far as its words tell."""
    words = name.strip(" :*†‡").split()
    if not 0 < len(words) < 6 or not all(word[:1].isupper() or word in _SMALL for word in words):
        return words[:1] == ["xAI"]
    first, last = words[0].casefold(), words[-1].casefold()
    return last in _LAST or first == "team" or (len(words) < 3 and first in _ORGANISATIONS)
