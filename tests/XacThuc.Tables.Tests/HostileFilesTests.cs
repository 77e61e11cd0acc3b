using System.Text;
using CsCheck;
using XacThuc.Testing.Files;
using Xunit;

namespace XacThuc.Tables.Tests;

/// <summary>Whatever the bytes, opening gives a table or one sentence, and what it says of the table is true.</summary>
public sealed class HostileFilesTests
{
    private static readonly byte[] Csv = Encoding.UTF8.GetBytes(
        "Danh sách\r\nSTT;Họ;Tên;\"Giới tính\";Ngày sinh;CCCD\n1;Nông Văn;A;Nam;1990;1\n2;\"B\"\"\nC\";D;Nữ;1991;2\n");

    private static readonly byte[] Utf16 = Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(Csv));

    private static readonly byte[] Xlsx = new GivenWorkbook().Sheet("A",
        ["STT", "Họ tên", "Giới tính", "Ngày sinh", "CCCD"],
        [1, "A", "Nam", GivenWorkbook.Styled(32874, 1), 20090012345]).ToBytes();

    private static readonly byte[] Xls = GivenOldWorkbook.ToBytes(
        ["STT", "Họ tên", "Giới tính", "Ngày sinh", "CCCD"], [1.0, "A", "Nam", 1990.0, 20090012345.0]);

    private static readonly Gen<byte[]> Mutated =
        from whole in OneOf(Csv, Utf16, Xlsx, Xls)
        from changes in Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[0, 8]
        from cut in Gen.Int[0, whole.Length]
        from keepsEnd in Gen.Bool
        select Mutate(whole, changes, keepsEnd ? whole.Length : cut);

    // Tags and digits inside the parts of a workbook, where a change of the packed bytes would only break the checksum.
    private static readonly Gen<byte[]> MutatedSheet =
        from changes in Gen.Select(Gen.Int[0, 1 << 20], Gen.Byte).Array[1, 6]
        select GivenOldWorkbook.Repacked(Xlsx, (name, part) =>
            name.StartsWith("xl/", StringComparison.Ordinal)
                ? Mutate(part, [.. changes.Select(change => (change.Item1 % part.Length, change.Item2))], part.Length)
                : part);

    [Fact]
    public void Any_bytes_give_a_table_or_one_sentence() => Gen.Byte.Array[0, 2000].Sample(Holds, iter: 2000, threads: 1);

    [Fact]
    public void Any_text_gives_a_table_or_one_sentence() =>
        OneOf("Họ", "Tên", "Họ tên", "Nam", "Nữ", "Năm sinh", "Tháng", "Ngày", "CCCD", "CMND", "id", "STT",
                "\"", ",", ",", ";", "\n", "\n", "\r", "\t", "|", "\0", "x", "1990", "\uFEFF", "sep=;")
            .Array[0, 60].Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts))).Sample(Holds, iter: 10_000, threads: 1);

    [Fact]
    public void Changed_files_give_a_table_or_one_sentence() => Mutated.Sample(Holds, iter: 5000, threads: 1);

    [Fact]
    public void Changed_parts_of_a_workbook_give_a_table_or_one_sentence() => MutatedSheet.Sample(Holds, iter: 2000, threads: 1);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static void Holds(byte[] bytes)
    {
        using var file = new GivenFile(bytes);
        foreach (var kind in Enum.GetValues<TableKind>())
        {
            var result = TableInput.Open(file.Path, kind);
            if (!result.TryGet(out var table, out var refusal))
            {
                Assert.DoesNotContain(refusal, c => char.IsControl(c));
                Assert.StartsWith(file.Path + ": ", refusal, StringComparison.Ordinal);
                continue;
            }

            using (table)
            {
                Assert.InRange(table.DataStart, 0, table.Length);
                Assert.All(table.Columns, column => Assert.InRange(column, -1, table.ColumnCount - 1));
                Assert.All(table.Problems, problem => Assert.DoesNotContain(problem.ToString(), char.IsControl));
                if (table.Origin == TextOrigin.Utf8 && table.DataStart is > 0 and var start && start < table.Length)
                    Assert.Equal(1 + bytes.AsSpan(0, (int)start).Count((byte)'\n'), table.FirstDataLine);
                _ = table.SampleNames(10).Count();
                _ = GivenFile.Rows(table);
            }
        }
    }

    private static byte[] Mutate(byte[] whole, (int At, byte Value)[] changes, int length)
    {
        var changed = whole.ToArray();
        foreach (var (at, value) in changes) changed[at] = value;
        return changed[..length];
    }
}
