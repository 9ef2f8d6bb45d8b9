"""What the heading of a column says that it holds, in the languages that lists are written in."""

from __future__ import annotations

_WORDS = {
    "title": "title,titles,paper title,paper name,title of paper,publication title,full title,title & authors"
    ",title and authors,title & link,titel,titre,título,titolo",
    "work": "paper,papers,article,work,works,publication,publications,reference,references,survey,blog,post,blog post"
    ",book,course,talk,paper & code,paper/blog",
    "name": "name,model,models,model name,method,methods,dataset,datasets,dataset name,benchmark,benchmarks,project"
    ",project name,repo,repository,repository name,tool,tools,resource,resources,framework,library,system,package"
    ",software,algorithm,approach,network,llm,agent,app,application,product,lecture,tutorial,nom,nombre,nome",
    "authors": "author,authors,author(s),by,first author,speaker,speakers,presenter,writer,writers,instructor,instructors,lecturer,autor,autoren,auteur,auteurs,autores,autore"
    ",autori",
    "venue": "venue,venues,conference,conferences,journal,journals,conf,conf.,published in,published at,pub,pub."
    ",publisher,conference/journal,journal/conference,venue/year,venue & year,source venue",
    "date": "date,year,time,published,publication date,publish date,release date,release time,released,submitted,month"
    ",pub. date,publish time,submission date,datum,jahr,année,año,fecha,anno,ano,data de publicação",
    "paper": "pdf,arxiv,doi,paper link,link to paper,paper url,paper/link,openreview",
    "link": "link,links,url,urls,code,code link,code/project,code & data,github,github link,project page,page,website,web"
    ",homepage,home page,site,demo,demos,video,videos,slides,data,weights,checkpoint,checkpoints,download,hf"
    ",huggingface,hugging face,code repo,official code,implementation,github repo,github repository,colab,project website"
    ",lien,liens,enlace,enlaces",
    "note": "description,descriptions,abstract,tldr,tl;dr,tl; dr,summary,note,notes,comment,comments,highlight,highlights"
    ",introduction,intro,remark,remarks,details,takeaway,takeaways,key idea,main idea,about,beschreibung,descripción"
    ",descrizione,descrição",
    "tags": "keyword,keywords,key words,tag,tags,topic,topics",
    "number": "#,no,no.,nr,nr.,id,index,idx,num,№",
    "rating": "recom,recommend,recommendation,rating,stars,star",
}
_ROLES = {word: role for role, words in _WORDS.items() for word in words.split(",")}
_ENDINGS = {
    "title": "概念 标题 標題 题目 題目 名称 名稱 题名 題名 论文名 論文名 タイトル 제목",
    "work": "论文 論文 文章 文献 文獻 书籍 書籍 课程 課程 논문",
    "name": "名字 模型 方法 数据集 數據集 项目 項目 工具 名前 モデル 手法 データセット プロジェクト ツール 이름 모델 데이터셋",
    "authors": "作者 著者 저자",
    "venue": "会议 會議 期刊 出处 出處 刊物 会議 学会 雑誌 학회 저널 학술지",
    "date": "日期 年份 时间 時間 日付 年月 発表日 公開日 年 날짜 연도 일자",
    "paper": "论文链接 论文地址 論文連結 論文リンク 논문링크",
    "link": "链接 鏈接 連結 连接 地址 网址 網址 主页 主頁 代码 代碼 程式碼 源码 视频 視頻 リンク コード 動画 링크 코드 영상 주소",
    "note": "简述 描述 简介 簡介 说明 說明 介绍 介紹 备注 備註 摘要 笔记 筆記 説明 概要 備考 メモ 紹介 설명 비고 요약 소개",
    "tags": "关键词 關鍵詞 关键字 標籤 标签 类型 類型 类别 類別 分类 分類 领域 領域 種類 タグ キーワード カテゴリ 분야 태그 종류 키워드",
    "number": "序号 序號 编号 編號 番号 번호",
    "rating": "推荐 推薦 おすすめ 추천",
}
_BY_ENDING = {word: role for role, words in _ENDINGS.items() for word in words.split()}
_LONGEST = max(map(len, _BY_ENDING))
_PARTING = str.maketrans("&(|（・、", "//////", "*_`")


def role_of_heading(heading: str) -> str:
    """What a column holds: ``title``, ``authors``, …; ``field`` where its heading isn't known."""
    words = " ".join(heading.casefold().strip(" *_:`?!()[]（）：📄📖📝💻🔗").split())
    if words in _ROLES:
        return _ROLES[words]
    parts = [part.strip(" )）：:") for part in words.translate(_PARTING).replace(" and ", "/").split("/")]
    for part in parts:
        if part in _ROLES:
            return _ROLES[part]
    return next((role for part in parts if (role := _role_of_ending(part))), "field")


def tells_nothing(heading: str) -> bool:
    """Whether a heading says nothing to who reads English: there is none, or it is in another script."""
    letters = [character for character in heading if character.isalpha()]
    return not letters or not all(character.isascii() for character in letters)


def _role_of_ending(words: str) -> str:
    """The role of a compound by its last part: in these languages a *model link* is a link, and not a model."""
    squeezed = words.replace(" ", "")
    for length in range(min(_LONGEST, len(squeezed)), 0, -1):
        if role := _BY_ENDING.get(squeezed[-length:], ""):
            return role
    return ""
