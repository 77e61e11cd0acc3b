using System.Text;
using XacThuc.Matching;
using XacThuc.Matching.Texts;

namespace XacThuc.Cli.Authenticate;

/// <summary>The rest of a line of results behind the record's id; few different ones, so each is made once.</summary>
internal sealed class ResultLines
{
    private const int Size = 1 << 12;

    private readonly Comparison[] _of = new Comparison[Size];
    private readonly byte[]?[] _lines = new byte[Size][];

    public static ReadOnlySpan<byte> Heading => "record_id,status,name,sex,date_of_birth,id_number,reasons\n"u8;

    /// <summary>Comma, status, four verdicts, reasons, line end.</summary>
    public ReadOnlySpan<byte> this[in Comparison comparison]
    {
        get
        {
            var place = Place(comparison);
            if (_lines[place] is { } line && _of[place] == comparison) return line;
            _of[place] = comparison;
            return _lines[place] = Encoding.UTF8.GetBytes(Text(comparison, comparison.Reasons.ToString()));
        }
    }

    /// <summary>The line of a row that could not be read.</summary>
    public static byte[] OfBrokenRow(long line, int column) => Encoding.UTF8.GetBytes(Text(
        new Comparison(
            RecordStatus.Invalid, FieldVerdict.Unreadable, FieldVerdict.Unreadable, FieldVerdict.Unreadable,
            FieldVerdict.Unreadable, Reason.RowUnreadable),
        $"{Reasons.Code(Reason.RowUnreadable)}:line {line} column {column}"));

    private static string Text(in Comparison comparison, string reasons) =>
        $",{ContractWords.Of(comparison.Status)},{ContractWords.Of(comparison.Name)},{ContractWords.Of(comparison.Sex)}," +
        $"{ContractWords.Of(comparison.DateOfBirth)},{ContractWords.Of(comparison.Number)},{reasons}\n";

    private static int Place(in Comparison comparison)
    {
        var verdicts = (ulong)comparison.Status | (ulong)comparison.Name << 2 | (ulong)comparison.Sex << 5 |
            (ulong)comparison.DateOfBirth << 8 | (ulong)comparison.Number << 11;
        return (int)(((verdicts << 40 ^ comparison.Reasons.Bits) * 0x9E3779B97F4A7C15) >> (64 - 12));
    }
}
