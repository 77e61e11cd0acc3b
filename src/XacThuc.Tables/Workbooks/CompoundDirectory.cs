using System.Buffers.Binary;
using System.Text;

namespace XacThuc.Tables.Workbooks;

/// <summary>What a compound file ([MS-CFB]) holds, told from the beginning of its directory.</summary>
public static class CompoundDirectory
{
    private const int EntryBytes = 128, EntriesLookedAt = 16;

    /// <summary>Why this compound file is no workbook that can be read; null where it may be one.</summary>
    public static string? RefusalOf(Stream file)
    {
        var names = Names(file);
        return names.Contains("EncryptedPackage") ? FileSentences.Password
            : names.Contains("WordDocument") ? FileSentences.Document
            : names.Contains("PowerPoint Document") ? FileSentences.Presentation
            : null;
    }

    private static HashSet<string> Names(Stream file)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var header = new byte[512];
        file.Position = 0;
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length) return names;
        var sectorBytes = header[0x1E] == 12 ? 4096L : 512L;
        var at = (BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(0x30)) + 1) * sectorBytes;
        if (at >= file.Length) return names;

        file.Position = at;
        var entries = new byte[EntryBytes * EntriesLookedAt];
        var read = file.ReadAtLeast(entries, entries.Length, throwOnEndOfStream: false);
        for (var entry = 0; entry + EntryBytes <= read; entry += EntryBytes)
        {
            var bytes = Math.Min(64, (int)BinaryPrimitives.ReadUInt16LittleEndian(entries.AsSpan(entry + 64)));
            if (bytes > 2) names.Add(Encoding.Unicode.GetString(entries, entry, bytes - 2));
        }

        return names;
    }
}
