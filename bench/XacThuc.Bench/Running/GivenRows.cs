using System.Text;
using Sylvan.Data.Csv;
using XacThuc.Matching;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Indexing.Building;

namespace XacThuc.Bench.Running;

/// <summary>Rows of the data as the library's own types.</summary>
internal static class GivenRows
{
    public static IEnumerable<WrittenPerson> People(string path)
    {
        using var rows = CsvDataReader.Create(path);
        while (rows.Read())
            yield return new WrittenPerson(
                rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetString(4), rows.GetString(5));
    }

    public static IEnumerable<WrittenRecord> Records(string path)
    {
        using var rows = CsvDataReader.Create(path);
        while (rows.Read())
            yield return new WrittenRecord(
                rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetString(4), rows.GetString(5));
    }

    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
}

/// <summary>Records laid out as the engine reads them from a file: one text, and the places of the fields in it.</summary>
internal sealed class LaidOut
{
    public LaidOut(IReadOnlyList<WrittenRecord> records)
    {
        var text = new MemoryStream();
        var places = new List<FieldPlace>();
        foreach (var record in records)
        {
            foreach (var field in (ReadOnlySpan<string>)
                [record.FullName, record.Sex, record.DateOfBirth, record.IdNumber, record.CommuneCode, ""])
            {
                var bytes = Encoding.UTF8.GetBytes(field);
                places.Add(new FieldPlace((int)text.Length, bytes.Length));
                text.Write(bytes);
            }
        }

        text.Write(new byte[PersonIntake.Slack]);
        Text = GC.AllocateUninitializedArray<byte>((int)text.Length, pinned: true);
        text.ToArray().CopyTo(Text, 0);
        Places = [.. places];
        Count = records.Count;
    }

    public byte[] Text { get; }

    public FieldPlace[] Places { get; }

    public int Count { get; }
}
