using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;

namespace XacThuc.Tables.Workbooks;

/// <summary>The zip archive of an .xlsx file, and what in it must be looked at before anything is unpacked.</summary>
public static partial class WorkbookParts
{
    private const long MostUnpacked = 4L << 30;
    private const long SmallEntry = 100L << 20;
    private const int MostRatio = 200;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    /// <summary>Why this archive is no workbook that can be read; null where it is one.</summary>
    public static string? RefusalOf(ZipArchive archive)
    {
        long unpacked = 0;
        foreach (var entry in archive.Entries)
        {
            unpacked += entry.Length;
            if (unpacked > MostUnpacked
                || (entry.Length > SmallEntry && entry.Length / MostRatio > entry.CompressedLength))
                return FileSentences.ZipBomb;
        }

        if (archive.GetEntry("xl/workbook.xml") is not null || archive.GetEntry("xl/workbook.bin") is not null) return null;
        return archive.GetEntry("mimetype") is not null ? FileSentences.OpenDocument
            : archive.Entries.Any(entry => entry.FullName.StartsWith("word/", StringComparison.Ordinal)) ? FileSentences.Document
            : archive.Entries.Any(entry => entry.FullName.StartsWith("ppt/", StringComparison.Ordinal)) ? FileSentences.Presentation
            : FileSentences.Archive;
    }

    public static XmlReader? Open(ZipArchive archive, string part) =>
        archive.GetEntry(part) is { } entry ? XmlReader.Create(entry.Open(), Settings) : null;

    /// <summary>Targets by id of the parts that workbook.xml refers to.</summary>
    public static Dictionary<string, string> Targets(ZipArchive archive)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using var xml = Open(archive, "xl/_rels/workbook.xml.rels");
        while (xml?.Read() == true)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName is not "Relationship") continue;
            var (id, target) = (xml.GetAttribute("Id"), xml.GetAttribute("Target"));
            if (id is null || target is null) continue;
            targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
        }

        return targets;
    }

    public static string[] SharedTexts(ZipArchive archive, IEnumerable<string> targets)
    {
        var part = targets.FirstOrDefault(
            target => target.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase), "xl/sharedStrings.xml");
        using var xml = Open(archive, part);
        if (xml is null) return [];
        var texts = new List<string>();
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "si") texts.Add(ReadText(xml));
        return [.. texts];
    }

    /// <summary>The text of an element, all its runs together, without what tells how to pronounce it.</summary>
    public static string ReadText(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var (depth, text, isText, phonetic) = (xml.Depth, "", false, int.MaxValue);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.Depth <= phonetic) phonetic = int.MaxValue;
            if (xml.NodeType == XmlNodeType.Element)
            {
                isText = xml.LocalName is "t";
                if (xml.LocalName is "rPh" && !xml.IsEmptyElement) phonetic = xml.Depth;
            }
            else if (xml.NodeType == XmlNodeType.EndElement)
            {
                isText = false;
            }
            else if (isText && xml.Depth <= phonetic && IsText(xml.NodeType))
            {
                text = text.Length == 0 ? xml.Value : text + xml.Value;
            }
        }

        return text.Contains("_x", StringComparison.Ordinal) ? Escaped().Replace(text, Unescape) : text;
    }

    public static bool IsText(XmlNodeType type) => type is XmlNodeType.Text or XmlNodeType.CDATA
        or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace;

    /// <summary>The shape of date that each cell style shows.</summary>
    public static DateShape[] Styles(ZipArchive archive, IEnumerable<string> targets)
    {
        var part = targets.FirstOrDefault(
            target => target.EndsWith("styles.xml", StringComparison.OrdinalIgnoreCase), "xl/styles.xml");
        var own = new Dictionary<int, DateShape>();
        var styles = new List<DateShape>();
        var isInCellStyles = false;
        using var xml = Open(archive, part);
        while (xml?.Read() == true)
        {
            if (xml.LocalName is "cellXfs") isInCellStyles = xml.NodeType == XmlNodeType.Element;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName is "numFmt" && int.TryParse(xml.GetAttribute("numFmtId"), out var id))
                own[id] = NumberFormats.Of(xml.GetAttribute("formatCode") ?? "");
            if (xml.LocalName is not "xf" || !isInCellStyles) continue;
            _ = int.TryParse(xml.GetAttribute("numFmtId"), out var format);
            styles.Add(own.TryGetValue(format, out var shape) ? shape : NumberFormats.OfBuiltIn(format));
        }

        return [.. styles];
    }

    // ECMA-376 part 1, 22.4.2.4: what XML cannot hold is written "_x000D_".
    [GeneratedRegex("_x(?<code>[0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escaped();

    private static string Unescape(Match escaped) => ((char)ushort.Parse(
        escaped.Groups["code"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString();
}
