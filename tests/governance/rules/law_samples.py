"""A small law file with everything a town's rule may hold; invented."""

LAW = """<?xml version="1.0" encoding="UTF-8"?>
<Law Era="Reiwa" Year="5" Num="3" LawType="Misc" Lang="ja">
<LawNum>令和五年告示第三号</LawNum>
<LawBody><LawTitle>会議室規程</LawTitle>
<MainProvision>
<Chapter Num="1"><ChapterTitle>第一章　総則</ChapterTitle>
<Article Num="1"><ArticleCaption>（目的）</ArticleCaption><ArticleTitle>第一条</ArticleTitle>
 <Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>この規程は、<Ruby>藤沢<Rt>ふじさわ</Rt></Ruby>の会議室を定める。</Sentence><Sentence>ただし、休日を除く。</Sentence></ParagraphSentence></Paragraph>
</Article>
<Article Num="2"><ArticleTitle>第二条</ArticleTitle>
 <Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>次に掲げる。</Sentence></ParagraphSentence>
  <Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Column><Sentence>会議室</Sentence></Column><Column><Sentence>話し合う所をいう。</Sentence></Column></ItemSentence>
   <Subitem1 Num="1"><Subitem1Title>イ</Subitem1Title><Subitem1Sentence><Sentence>市役所エリア</Sentence></Subitem1Sentence>
    <Subitem2 Num="1"><Subitem2Title>（１）</Subitem2Title><Subitem2Sentence><Sentence>甲</Sentence></Subitem2Sentence></Subitem2></Subitem1></Item>
  <Item Num="1_2"><ItemTitle>一の二</ItemTitle><ItemSentence><Sentence>世話人</Sentence></ItemSentence></Item>
  <Item Num="2"><ItemTitle>二</ItemTitle><ItemSentence><Sentence>進行役</Sentence></ItemSentence></Item></Paragraph>
 <Paragraph Num="2"><ParagraphNum>２</ParagraphNum><ParagraphSentence><Sentence>料金は、次の表による。</Sentence></ParagraphSentence>
  <TableStruct><Table><TableRow><TableColumn rowspan="2"><Sentence>昼</Sentence></TableColumn><TableColumn><Sentence>百円</Sentence></TableColumn></TableRow></Table></TableStruct></Paragraph>
</Article></Chapter>
<Chapter Num="2"><ChapterTitle>第二章　雑則</ChapterTitle>
<Article Num="2_2"><ArticleTitle>第二条の二</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>甲は、乙とする。</Sentence></ParagraphSentence></Paragraph></Article>
<Article Num="3:5"><ArticleTitle>第三条から第五条まで</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>削除</Sentence></ParagraphSentence></Paragraph></Article>
</Chapter>
</MainProvision>
<SupplProvision><SupplProvisionLabel>附　則</SupplProvisionLabel><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>この規程は、公布の日から施行する。</Sentence></ParagraphSentence></Paragraph></SupplProvision>
<AppdxTable Num="1"><AppdxTableTitle>別表</AppdxTableTitle><RelatedArticleNum>（第二条関係）</RelatedArticleNum>
 <TableStruct><Table><TableRow><TableColumn><Sentence>区分</Sentence></TableColumn><TableColumn><Sentence>額</Sentence></TableColumn></TableRow></Table></TableStruct></AppdxTable>
</LawBody></Law>"""
