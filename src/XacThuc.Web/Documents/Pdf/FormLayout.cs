namespace XacThuc.Web.Documents.Pdf;

/// <summary>Lays a form out on pages, as decree 30/2020/NĐ-CP asks.</summary>
internal static class FormLayout
{
    private const float SignatureRoom = 78;
    private const float CodeSide = 72;
    private static readonly Ink Body = new(Face.Regular, 11);
    private static readonly Ink Strong = new(Face.Bold, 11);
    private static readonly Ink Soft = new(Face.Italic, 11);
    private static readonly Ink Small = new(Face.Regular, 9);
    private static readonly Ink SmallSoft = new(Face.Italic, 9);
    private static readonly Ink Title = new(Face.Bold, 14);

    public static IReadOnlyList<Sheet> Of(OfficialForm form, Ruler ruler)
    {
        var flow = new Flow(form.Paper, ruler);
        AddHead(flow, form.Head);
        flow.Y = flow.Centre(form.Title, Title, (flow.Left, flow.Right), flow.Y + 14);
        foreach (var line in form.Under) flow.Y = flow.Centre(line, Body, (flow.Left, flow.Right), flow.Y);
        flow.Y += 8;
        foreach (var block in form.Blocks)
            block.Match<Action>(
                section => () => AddSection(flow, section.Words), paragraph => () => AddParagraph(flow, paragraph.Words),
                blanks => () => AddBlanks(flow, blanks.Words), table => () => AddTable(flow, table),
                signatures => () => AddSignatures(flow, signatures.By), recipients => () => AddRecipients(flow, recipients.To),
                code => () => AddCode(flow, code))();
        AddPageNumbers(flow, form.Head.Number);
        return flow.Sheets;
    }

    private static void AddHead(Flow flow, OfficialHead head)
    {
        var middle = flow.Left + (flow.Width * 0.44f);
        (float, float) left = (flow.Left, middle - 6), right = (middle + 6, flow.Right);
        var y = flow.Centre(head.Above.ToUpperInvariant(), Body, left, flow.Y);
        y = flow.Centre(head.Unit.ToUpperInvariant(), Strong, left, y);
        AddUnderline(flow, left, 60, y + 2.5f);
        var leftEnd = flow.Centre(head.NumberLine, Body, left, y + 7);

        y = flow.Centre(OfficialHead.Nation, Strong, right, flow.Y);
        y = flow.Centre(OfficialHead.Motto, Strong, right, y);
        AddUnderline(flow, right, flow.Ruler.WidthOf(OfficialHead.Motto, Strong), y + 2.5f);
        flow.Y = Math.Max(leftEnd, flow.Centre(head.PlaceAndDate, Soft, right, y + 7));
    }

    private static void AddUnderline(Flow flow, (float From, float To) part, float length, float y)
    {
        var from = (part.From + part.To - length) / 2;
        flow.Draw(Stroke.Full, from, y, from + length, y);
    }

    private static void AddSection(Flow flow, string words)
    {
        // A heading stays with what follows it.
        flow.Keep(Strong.Line + 5 + (3 * Body.Line));
        flow.Y += 5;
        flow.Write(words, Strong);
        flow.Y += 2;
    }

    private static void AddParagraph(Flow flow, string words)
    {
        flow.Write(words, Body);
        flow.Y += 4;
    }

    private static void AddBlanks(Flow flow, IReadOnlyList<string> words)
    {
        flow.Keep(Body.Line + 4);
        var told = words.Sum(word => flow.Ruler.WidthOf(word, Body) + 6);
        var each = Math.Max(20, (flow.Width - told) / words.Count);
        var x = flow.Left;
        foreach (var word in words)
        {
            flow.Put(word, Body, x, flow.Y);
            x += flow.Ruler.WidthOf(word, Body) + 3;
            flow.Draw(Stroke.Dots, x, flow.Y + Body.Rise, x + each, flow.Y + Body.Rise);
            x += each + 3;
        }

        flow.Y += Body.Line + 4;
    }

    private static void AddTable(Flow flow, FormBlock.Table table)
    {
        TableLayout.Add(flow, table);
        flow.Y += 8;
    }

    private static void AddSignatures(Flow flow, IReadOnlyList<Signature> by)
    {
        var width = flow.Width / by.Count;
        var lines = by.Max(one => flow.Ruler.LinesOf(one.Who, Strong, width - 8).Count + flow.Ruler.LinesOf(one.How, SmallSoft, width - 8).Count);
        var height = (lines * Strong.Line) + SignatureRoom;
        flow.Keep(height);
        for (var i = 0; i < by.Count; i++)
        {
            var part = (flow.Left + (i * width) + 4, flow.Left + ((i + 1) * width) - 4);
            flow.Centre(by[i].How, SmallSoft, part, flow.Centre(by[i].Who, Strong, part, flow.Y + 4));
        }

        flow.Y += height;
    }

    private static void AddRecipients(Flow flow, IReadOnlyList<string> to)
    {
        flow.Keep((to.Count + 1) * Small.Line);
        flow.Write("Nơi nhận:", new Ink(Face.Bold, Small.Size));
        foreach (var one in to) flow.Write($"- {one}", Small);
    }

    // What follows stands beside it, as signatures do that leave their first place empty.
    private static void AddCode(Flow flow, FormBlock.Code code)
    {
        flow.Keep(CodeSide + Small.Line);
        flow.Sheet.Codes.Add(new Code(QrPicture.Of(code.Link), flow.Left, flow.Y + 2, CodeSide));
        flow.Put(code.Name, Small, flow.Left, flow.Y + CodeSide + 4);
    }

    // The first page has none; how many there are tells whether one was lost.
    private static void AddPageNumbers(Flow flow, string number)
    {
        const float y = 11 * Sheet.Millimetre;
        for (var i = 1; i < flow.Sheets.Count; i++)
        {
            var (sheet, page) = (flow.Sheets[i], $"{i + 1}/{flow.Sheets.Count}");
            sheet.Words.Add(new Words(page, Body, (sheet.Width - flow.Ruler.WidthOf(page, Body)) / 2, y));
            sheet.Words.Add(new Words(number, SmallSoft, flow.Right - flow.Ruler.WidthOf(number, SmallSoft), y));
        }
    }
}
