using System.Text;
using XacThuc.Tables.Rows;

namespace XacThuc.Cli.Sample;

/// <summary>Writes people, records and truth as lines of CSV.</summary>
internal static class SampleText
{
    public static void Add(TextBuffer to, in SamplePerson person, bool hasHamlet)
    {
        AddNumber(to, person.Id, "000000000000");
        Comma(to);
        if (person.HasOldId) AddNumber(to, person.OldId, "000000000");
        Comma(to);
        AddText(to, person.Family);
        to.Add((byte)' ');
        if (person.Middle.Length > 0)
        {
            AddText(to, person.Middle);
            to.Add((byte)' ');
        }

        AddText(to, person.Given);
        to.Add(person.IsFemale ? ",Nữ,"u8 : ",Nam,"u8);
        AddNumber(to, (ulong)person.Year, "0000");
        if (person.Month > 0) AddPart(to, person.Month);
        if (person.Day > 0) AddPart(to, person.Day);
        Comma(to);
        AddNumber(to, (ulong)person.Commune, "00000");
        if (hasHamlet) AddCell(to, Hamlets.NameOf(person.Commune, person.Hamlet));
        to.Add((byte)'\n');
    }

    public static void Add(TextBuffer to, TextBuffer truth, long number, in SampleRecord record, bool hasHamlet)
    {
        AddId(to, number);
        AddCell(to, record.Name);
        AddCell(to, record.Sex);
        AddCell(to, record.Date);
        AddCell(to, record.Number);
        Comma(to);
        AddNumber(to, (ulong)record.Commune, "00000");
        if (hasHamlet) AddCell(to, Hamlets.NameOf(record.Commune, record.Hamlet));
        to.Add((byte)'\n');

        AddId(truth, number);
        Comma(truth);
        if (record.Person != 0) AddNumber(truth, record.Person, "000000000000");
        AddCell(truth, record.Status);
        AddCell(truth, record.Damage);
        truth.Add((byte)'\n');
    }

    private static void AddId(TextBuffer to, long number)
    {
        to.Add((byte)'R');
        AddNumber(to, (ulong)number, "000000000");
    }

    private static void AddCell(TextBuffer to, string text)
    {
        Comma(to);
        if (!text.Contains(',', StringComparison.Ordinal))
        {
            AddText(to, text);
            return;
        }

        to.Add((byte)'"');
        AddText(to, text);
        to.Add((byte)'"');
    }

    private static void Comma(TextBuffer to) => to.Add((byte)',');

    private static void AddPart(TextBuffer to, int part)
    {
        to.Add((byte)'-');
        to.Add((byte)('0' + part / 10));
        to.Add((byte)('0' + part % 10));
    }

    private static void AddText(TextBuffer to, string text) =>
        to.Advance(Encoding.UTF8.GetBytes(text, to.Room(text.Length * 3)));

    private static void AddNumber(TextBuffer to, ulong number, string form)
    {
        var digits = to.Room(form.Length)[..form.Length];
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            digits[i] = (byte)('0' + number % 10);
            number /= 10;
        }

        to.Advance(form.Length);
    }
}
