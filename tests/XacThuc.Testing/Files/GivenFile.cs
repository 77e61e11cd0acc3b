using System.Text;
using XacThuc.Tables;
using XacThuc.Tables.Text;

namespace XacThuc.Testing.Files;

/// <summary>A file with given bytes in a folder of its own, both gone afterwards.</summary>
public sealed class GivenFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xacthuc-test-");

    public GivenFile(byte[] content, string name = "table.csv")
    {
        Path = System.IO.Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(Path, content);
    }

    public GivenFile(string content, string name = "table.csv")
        : this(Encoding.UTF8.GetBytes(content), name)
    {
    }

    public string Path { get; }

    public string Folder => _folder.FullName;

    /// <summary>The whole of what the pipeline will read.</summary>
    public static byte[] Bytes(TableInput table)
    {
        var bytes = new byte[table.Length - table.DataStart];
        RandomAccess.Read(table.Handle, bytes, table.DataStart);
        return bytes;
    }

    /// <summary>The same, row by row, in wanted columns; the hamlet only where the file has one.</summary>
    public static string[] Rows(TableInput table)
    {
        var columns = table.Kind != TableKind.Cleaning && table.Columns[RecordsColumn.Hamlet] < 0 ? table.Columns[..RecordsColumn.Hamlet] : table.Columns;
        return [.. TextRows.Read(Bytes(table), table.Delimiter, int.MaxValue, isWhole: true)
            .Select(row => string.Join('|', columns
                .Select(column => column < 0 || column >= row.Cells.Length ? "" : row.Cells[column])))];
    }

    public TableInput Open(TableKind kind) => TableInput.Open(Path, kind).TryGet(out var table, out var refusal)
        ? table
        : throw new InvalidOperationException(refusal);

    public string Refusal(TableKind kind)
    {
        var result = TableInput.Open(Path, kind);
        result.Table?.Dispose();
        return result.Refusal ?? "";
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
