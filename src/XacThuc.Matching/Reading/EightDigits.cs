using System.Runtime.CompilerServices;

namespace XacThuc.Matching.Reading;

/// <summary>Eight characters at once, the first in the lowest byte, read as decimal digits.</summary>
internal static class EightDigits
{
    /// <summary>The character 0 in all four bytes.</summary>
    public const uint FourZeros = 0x30303030;

    // A byte is '0' to '9' when its upper half is 3 and adding 6 does not carry into it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Are(ulong text) =>
        ((text & 0xF0F0F0F0F0F0F0F0) | ((text + 0x0606060606060606) & 0xF0F0F0F0F0F0F0F0) >> 4) == 0x3333333333333333;

    /// <summary>The four numbers of two digits each, in the bytes 0, 2, 4 and 6; between them is nothing of use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Pairs(ulong text)
    {
        text -= 0x3030303030303030;
        return text * 10 + (text >> 8);
    }

    /// <summary>The number of eight digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Value(ulong text)
    {
        text = Pairs(text);
        return (uint)(((text & 0x000000FF000000FF) * 0x000F424000000064 + (text >> 16 & 0x000000FF000000FF) * 0x0000271000000001) >> 32);
    }
}
