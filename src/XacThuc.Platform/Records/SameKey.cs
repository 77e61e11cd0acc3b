using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using XacThuc.Matching;

namespace XacThuc.Platform.Records;

/// <summary>By what a record is recognised when it is brought again.</summary>
internal static class SameKey
{
    /// <summary>By the id of its file.</summary>
    /// <param name="externalId">The id.</param>
    /// <param name="occurrence">1 for the first row of a file with this id; files repeat ids for different people.</param>
    public static UInt128 OfId(string externalId, int occurrence) =>
        Hash(occurrence == 1 ? $"id\0{externalId}" : $"id\0{externalId}\0{occurrence}");

    /// <summary>By its content: what is read where it can be, what is written otherwise.</summary>
    public static UInt128 OfContent(WrittenRecord written, in ReadFields read) => Hash(string.Join('\0',
        "content",
        read.Name == FieldVerdict.NotCompared ? read.NameText.Shown : written.FullName,
        read.SexRead?.ToString() ?? written.Sex,
        read.Date == FieldVerdict.NotCompared ? read.Born.InFull() : written.DateOfBirth,
        read.Number == FieldVerdict.NotCompared ? read.Digits : written.IdNumber,
        written.CommuneCode));

    /// <summary>The key as it is stored.</summary>
    public static byte[] Bytes(UInt128 key)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, key);
        return bytes;
    }

    /// <summary>The key of its stored form.</summary>
    public static UInt128 Of(byte[] bytes) => BinaryPrimitives.ReadUInt128BigEndian(bytes);

    private static UInt128 Hash(string text) => XxHash128.HashToUInt128(MemoryMarshal.AsBytes(text.AsSpan()));
}
