using System.IO.Compression;

namespace XacThuc.Fuzzing.Targets;

/// <summary>
/// The parts of a workbook, one behind the other, each under a line with its name: zipped, they are a file like any other.
/// So the mutations reach the XML, and not the archive around it.
/// </summary>
internal static class WorkbookTarget
{
    private static ReadOnlySpan<byte> Mark => "\n#### "u8;

    public static void Run(byte[] bytes)
    {
        using var zipped = new MemoryStream();
        using (var archive = new ZipArchive(zipped, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (ReadOnlySpan<byte> rest = bytes; TryTake(ref rest, out var name, out var part);)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(part);
            }
        }

        TableTarget.Run(zipped.ToArray());
    }

    private static bool TryTake(ref ReadOnlySpan<byte> rest, out string name, out ReadOnlySpan<byte> part)
    {
        name = "";
        part = default;
        var start = rest.IndexOf(Mark);
        if (start < 0) return false;
        rest = rest[(start + Mark.Length)..];
        var end = rest.IndexOf((byte)'\n');
        if (end < 0) return false;
        name = System.Text.Encoding.Latin1.GetString(rest[..end]);
        rest = rest[(end + 1)..];
        var next = rest.IndexOf(Mark);
        part = next < 0 ? rest : rest[..next];
        rest = rest[part.Length..];
        return name.Length > 0;
    }
}
