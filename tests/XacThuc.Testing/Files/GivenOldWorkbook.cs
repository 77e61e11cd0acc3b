using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace XacThuc.Testing.Files;

/// <summary>Writes .xls files by hand ([MS-CFB] and [MS-XLS]): one sheet of labels and numbers.</summary>
public static class GivenOldWorkbook
{
    private const int SectorBytes = 512;
    private const uint EndOfChain = 0xFFFFFFFE, FatSector = 0xFFFFFFFD, Free = 0xFFFFFFFF;

    public static byte[] ToBytes(params object?[][] rows) => Compound(Stream(rows), "Workbook");

    /// <summary>A compound file as Excel writes for a workbook that has a password.</summary>
    public static byte[] Encrypted() => Compound(new byte[5000], "EncryptedPackage");

    /// <summary>The same archive with some of its parts changed.</summary>
    public static byte[] Repacked(byte[] archive, Func<string, byte[], byte[]> change)
    {
        using var packed = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(archive)))
        using (var to = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var part = new MemoryStream();
                using (var opened = entry.Open()) opened.CopyTo(part);
                using var written = to.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                written.Write(change(entry.FullName, part.ToArray()));
            }
        }

        return packed.ToArray();
    }

    private static byte[] Stream(object?[][] rows)
    {
        using var sheet = new MemoryStream();
        Record(sheet, 0x809, [0x00, 0x06, 0x10, 0x00, 0xBB, 0x0D, 0xCC, 0x07, 0, 0, 0, 0, 6, 0, 0, 0]);
        Record(sheet, 0x200, [.. Int(0), .. Int(rows.Length), .. Short(0), .. Short(rows.Max(row => row.Length)), 0, 0]);
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < rows[row].Length; column++)
            {
                byte[] place = [.. Short(row), .. Short(column), .. Short(0)];
                if (rows[row][column] is double number)
                    Record(sheet, 0x203, [.. place, .. BitConverter.GetBytes(number)]);
                if (rows[row][column] is string text)
                    Record(sheet, 0x204, [.. place, .. Short(text.Length), 1, .. Encoding.Unicode.GetBytes(text)]);
            }
        }

        Record(sheet, 0x0A, []);

        using var globals = new MemoryStream();
        Record(globals, 0x809, [0x00, 0x06, 0x05, 0x00, 0xBB, 0x0D, 0xCC, 0x07, 0, 0, 0, 0, 6, 0, 0, 0]);
        Record(globals, 0xE0, [.. Short(0), .. Short(0), .. new byte[16]]);
        const int sheetRecord = 4 + 4 + 2 + 2 + 1, endRecord = 4;
        Record(globals, 0x85, [.. Int((int)globals.Length + sheetRecord + endRecord), 0, 0, 1, 0, (byte)'A']);
        Record(globals, 0x0A, []);
        return [.. globals.ToArray(), .. sheet.ToArray()];
    }

    // Header; sector 0 is the allocation table, 1 the directory, 2 and on the stream, long enough not to be a "mini" one.
    private static byte[] Compound(byte[] stream, string name)
    {
        var sectors = Math.Max(8, (stream.Length + SectorBytes - 1) / SectorBytes);
        var file = new byte[SectorBytes * (3 + sectors)];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        Put(file, 0x18, 0x0003003E, 0x0009FFFE, 6);
        Put(file, 0x2C, 1, 1, 0, 4096, EndOfChain, 0, EndOfChain, 0, 0);
        for (var at = 0x50; at < SectorBytes; at += 4) Put(file, at, Free);

        Put(file, SectorBytes, FatSector, EndOfChain);
        for (var i = 0; i < (SectorBytes / 4) - 2; i++)
            Put(file, SectorBytes + 8 + (i * 4), i < sectors - 1 ? (uint)i + 3 : i == sectors - 1 ? EndOfChain : Free);

        Entry(file.AsSpan(SectorBytes * 2), "Root Entry", 5, child: 1, EndOfChain, 0);
        Entry(file.AsSpan((SectorBytes * 2) + 128), name, 2, child: Free, 2, (uint)(sectors * SectorBytes));
        stream.CopyTo(file, SectorBytes * 3);
        return file;
    }

    private static void Entry(Span<byte> entry, string name, byte type, uint child, uint start, uint size)
    {
        Encoding.Unicode.GetBytes(name, entry);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[0x40..], (ushort)((name.Length + 1) * 2));
        entry[0x42] = type;
        entry[0x43] = 1;
        Put(entry, 0x44, Free, Free, child);
        Put(entry, 0x74, start, size);
    }

    private static void Put(Span<byte> bytes, int at, params ReadOnlySpan<uint> values)
    {
        foreach (var value in values)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes[at..], value);
            at += 4;
        }
    }

    private static void Record(MemoryStream stream, int id, byte[] content) =>
        stream.Write([.. Short(id), .. Short(content.Length), .. content]);

    private static byte[] Short(int value) => BitConverter.GetBytes((ushort)value);

    private static byte[] Int(int value) => BitConverter.GetBytes(value);
}
