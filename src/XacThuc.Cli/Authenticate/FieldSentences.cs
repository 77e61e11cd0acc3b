using System.Buffers;
using XacThuc.Matching;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Texts;
using XacThuc.Tables;
using XacThuc.Tables.Rows;

namespace XacThuc.Cli.Authenticate;

/// <summary>
/// Says on which line a cell stands that a program has spoilt: characters that no name has, a number that a spreadsheet
/// rounded. What people write wrongly is told by the results alone.
/// </summary>
internal static class FieldSentences
{
    // Reasons for a second look, as bits.
    private static readonly ulong Suspicious = (Reasons.Of(Reason.NameUnreadable) | Reason.IdMalformed).Bits;

    // 2.009E+10: digits, a point, an exponent.
    private static readonly SearchValues<byte> OfMantissa = SearchValues.Create("0123456789., "u8);
    private static readonly SearchValues<byte> OfExponent = SearchValues.Create("0123456789+ "u8);

    private static readonly Bilingual Name = new(
        "Họ tên không đọc được: quá dài, hoặc có ký tự không thuộc về tên nào. Sửa ô này rồi chạy lại.",
        "The name cannot be read: it is too long, or holds characters that no name has. Correct the cell and run again.");

    private static readonly Bilingual Rounded = new(
        "Bảng tính đã làm tròn số này, các chữ số cuối bị mất. Lấy lại số gốc và ghi dưới dạng văn bản.",
        "A spreadsheet rounded this number, and its last digits are lost. Take it from its source and write it as text.");

    public static bool MayTell(in Comparison result) => (result.Reasons.Bits & Suspicious) != 0;

    public static void Tell(ProblemList problems, TableInput table, RowChunk chunk, int row, in Comparison result)
    {
        if (result.Reasons.Contains(Reason.NameUnreadable))
            Add(problems, table, chunk, row, RecordFields.Name, RecordsColumn.FullName, Name);
        if (result.Reasons.Contains(Reason.IdMalformed) && IsRounded(chunk, row))
            Add(problems, table, chunk, row, RecordFields.Number, RecordsColumn.IdNumber, Rounded);
    }

    private static void Add(
        ProblemList problems, TableInput table, RowChunk chunk, int row, int field, int column, Bilingual sentence)
    {
        if (!problems.HasRoom)
        {
            problems.Count();
            return;
        }

        var line = chunk.LineOf(chunk.Places[row * RecordFields.Count + field].Start);
        problems.Add(new TableProblem(
            table.Name, line, WantedColumn.Of(TableKind.Records)[column].Name, sentence.In(Speech.Language)));
    }

    private static bool IsRounded(RowChunk chunk, int row)
    {
        var number = chunk.Places[row * RecordFields.Count + RecordFields.Number].In(chunk.Text);
        var exponent = number.LastIndexOfAny((byte)'E', (byte)'e');
        return exponent > 0 && !number[..exponent].ContainsAnyExcept(OfMantissa) &&
            !number[(exponent + 1)..].ContainsAnyExcept(OfExponent);
    }
}
