"""What the columns of a table hold, told from their headings and from what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .cells import Cell

_WORDS = {
    "title": "title,titles,paper title,paper name,title of paper,publication title,full title,title & authors"
    ",title and authors,title & link,标题,论文标题,题目,论文题目,名称",
    "work": "paper,papers,article,work,works,publication,publications,reference,references,survey,blog,post,blog post"
    ",book,course,talk,论文,文章,paper & code,paper/blog",
    "name": "name,model,models,model name,method,methods,dataset,datasets,dataset name,benchmark,benchmarks,project"
    ",project name,repo,repository,repository name,tool,tools,resource,resources,framework,library,system,package"
    ",software,algorithm,approach,network,llm,agent,app,application,product,lecture,tutorial,名字,模型,方法,数据集,项目,工具",
    "authors": "author,authors,author(s),by,first author,speaker,speakers,作者,第一作者",
    "venue": "venue,venues,conference,conferences,journal,journals,conf,conf.,published in,published at,pub,pub."
    ",publisher,conference/journal,journal/conference,venue/year,venue & year,source venue,会议,期刊,会议/期刊,出处",
    "date": "date,year,time,published,publication date,publish date,release date,release time,released,submitted,month"
    ",pub. date,publish time,submission date,日期,年份,时间,发表时间,发布时间",
    "paper": "pdf,arxiv,doi,paper link,link to paper,paper url,paper/link,论文链接,openreview",
    "link": "link,links,url,urls,code,code link,code/project,code & data,github,github link,project page,page,website,web"
    ",homepage,home page,site,demo,demos,video,videos,slides,data,weights,checkpoint,checkpoints,download,hf"
    ",huggingface,hugging face,code repo,official code,implementation,github repo,github repository,colab,project website"
    ",代码,链接,项目主页,主页,代码链接,地址",
    "note": "description,descriptions,abstract,tldr,tl;dr,tl; dr,summary,note,notes,comment,comments,highlight,highlights"
    ",introduction,intro,remark,remarks,details,takeaway,takeaways,key idea,main idea,about,简介,描述,备注,摘要,说明,笔记",
    "tags": "keyword,keywords,key words,tag,tags,topic,topics,关键词,关键字,标签",
    "number": "#,no,no.,nr,nr.,id,index,idx,num,序号,编号,№",
    "rating": "recom,recommend,recommendation,rating,stars,star,推荐",
}
_ROLES = {word: role for role, words in _WORDS.items() for word in words.split(",")}
_TITLES = ("title", "work", "name")
_LINKS = ("paper", "link")


def roles_of(headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> list[str]:
    """What each column is; ``title`` for one of them, or none of them is anything where no row is an entry."""
    roles = [_role(heading) for heading in headings]
    title = _title_column(roles, rows)
    if title is None:
        return []
    chosen = roles[title]
    linked = sum(any(cell.links for cell in row) for row in rows)
    known = {role for index, role in enumerate(roles) if index != title} & {"authors", "venue", "date", "paper", "link"}
    # "Name" and "Model" may head any table; they mean works only where these lead somewhere.
    if chosen in ("title", "work"):
        sure = bool(known) or 2 * linked >= len(rows)
    else:
        sure = 2 * linked >= len(rows) and linked > 0
    if not sure:
        return []
    for index, role in enumerate(roles):
        if index != title and role in _TITLES:
            roles[index] = "paper" if role == "work" and not _are_titles(rows, index) else "field"
    roles[title] = "title"
    return roles


def _role(heading: str) -> str:
    words = " ".join(heading.casefold().strip(" *_:`?!()[]📄📖📝💻🔗").split())
    if words in _ROLES:
        return _ROLES[words]
    for part in words.replace(" and ", "/").replace("&", "/").replace("(", "/").replace("|", "/").split("/"):
        if part.strip() in _ROLES:
            return _ROLES[part.strip()]
    return "field"


def _title_column(roles: Sequence[str], rows: Sequence[Sequence[Cell]]) -> int | None:
    """The column that says what the works are called: one with titles in it, the best heading first."""
    named = [[index for index, role in enumerate(roles) if role == wanted] for wanted in _TITLES]
    titles, works, names = ([index for index in some if _are_titles(rows, index)] for some in named)
    if titles:
        return titles[0]
    long_works = [index for index in works if _length(rows, index) >= 3]
    for some in (long_works, names, works):
        if some:
            return some[0]
    if any(role != "field" for role in roles):
        # Whatever is before the links to a paper and its code names it.
        others = [index for index, role in enumerate(roles) if role == "field" and _are_titles(rows, index)]
        linked = [index for index in others if 2 * sum(bool(row[index].links) for row in rows) > len(rows)]
        has_links = any(role in _LINKS or roles[index] == "work" for index, role in enumerate(roles))
        return linked[0] if linked else others[0] if others and has_links else None
    return None


def _are_titles(rows: Sequence[Sequence[Cell]], index: int) -> bool:
    return 2 * sum(row[index].is_title for row in rows) > len(rows)


def _length(rows: Sequence[Sequence[Cell]], index: int) -> float:
    filled = [len(row[index].text.split()) for row in rows if row[index].text]
    return sum(filled) / len(filled) if filled else 0
