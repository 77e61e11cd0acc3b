using System.IO.Hashing;
using System.Runtime.InteropServices;
using XacThuc.Platform.Records;

namespace XacThuc.Platform.Feedback.Report;

/// <summary>
/// By what reports of one person are recognised: the number where there is one, name with date of birth otherwise. They are
/// shown to the reviewer together; nothing is joined by itself.
/// </summary>
internal static class PersonKeys
{
    public static Guid Of(in ReadFields read, string phone) => Hash(
        read.Digits.Length > 0 ? $"number\0{read.Digits}"
        : read.Born.IsKnown ? $"person\0{read.NameText.Search}\0{read.Born.Packed}"
        : $"phone\0{read.NameText.Search}\0{phone}");

    private static Guid Hash(string text) => new(SameKey.Bytes(XxHash128.HashToUInt128(MemoryMarshal.AsBytes(text.AsSpan()))));
}
