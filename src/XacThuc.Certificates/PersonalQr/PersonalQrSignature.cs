using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;

namespace XacThuc.Certificates.PersonalQr;

/// <summary>
/// The signature of a personal QR code, which the standard leaves to whoever writes it (1405/QĐ-BTTTT, EXT, fifth value): <c>until.key.value</c>.
/// <c>until</c> is a moment in seconds since 1970, written with 36 digits; <c>key</c> the first eight signs of the key's thumbprint (RFC 7638);
/// <c>value</c> r and s of ES256 in Base64url, over the UTF-8 bytes of all before <c>.key</c>. A code that is photographed is over soon.
/// </summary>
/// <param name="Signed">What was signed: the code's text up to and with <c>until</c>.</param>
/// <param name="Until">Until when it is good, inclusive.</param>
/// <param name="KeyId">The first eight signs of the key's thumbprint.</param>
/// <param name="Value">r and s, 64 bytes.</param>
public sealed partial record PersonalQrSignature(string Signed, DateTimeOffset Until, string KeyId, byte[] Value)
{
    /// <summary>How many signs of a key's thumbprint name it.</summary>
    public const int KeyIdLength = 8;

    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int SignatureAt = 4;

    // The last moment that the platform can write.
    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>Signs a code that <see cref="PersonalQrWriter"/> wrote.</summary>
    /// <param name="code">The code, its fifth value of EXT empty.</param>
    /// <param name="until">Until when it is good; parts of a second are dropped.</param>
    /// <param name="thumbprint">The key's thumbprint (RFC 7638).</param>
    /// <param name="sign">Signs bytes: ES256, r and s.</param>
    /// <returns>The code with its signature.</returns>
    /// <exception cref="ArgumentException">The code is signed already, or has no place for a signature.</exception>
    public static string Sign(string code, DateTimeOffset until, string thumbprint, Func<byte[], byte[]> sign)
    {
        if (Parts(code) is not { Length: SignatureAt + 1 } parts || parts[SignatureAt].Length > 0) throw new ArgumentException("The code has no free place for a signature.", nameof(code));
        var signed = code + Written(until.ToUnixTimeSeconds());
        return $"{signed}.{thumbprint[..KeyIdLength]}.{Base64Url.EncodeToString(sign(Encoding.UTF8.GetBytes(signed)))}";
    }

    /// <summary>The signature of a code's text; none where it has none of this form.</summary>
    public static PersonalQrSignature? Find(string code)
    {
        if (Parts(code) is not { Length: > SignatureAt } parts || Form().Match(parts[SignatureAt]) is not { Success: true } form || !TryRead(form.Groups["until"].ValueSpan, out var until)) return null;

        // Nothing follows the signature: what stood there would be signed by nobody.
        return parts.Length == SignatureAt + 1
            ? new PersonalQrSignature(code[..^(form.Groups["key"].Length + form.Groups["value"].Length + 2)], until, form.Groups["key"].Value, Base64Url.DecodeFromChars(form.Groups["value"].ValueSpan))
            : null;
    }

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => $"{nameof(PersonalQrSignature)} {KeyId} {Until:O}";

    private static string[]? Parts(string code) => code.Split('|') is { Length: 6 } fields ? fields[5].Split('<') : null;

    private static string Written(long number)
    {
        var signs = new StringBuilder();
        for (; number > 0; number /= Digits.Length) signs.Insert(0, Digits[(int)(number % Digits.Length)]);
        return signs.ToString();
    }

    private static bool TryRead(ReadOnlySpan<char> written, out DateTimeOffset until)
    {
        long seconds = 0;
        foreach (var sign in written) seconds = (seconds * Digits.Length) + Digits.IndexOf(sign, StringComparison.Ordinal);
        until = seconds <= LastSecond ? DateTimeOffset.FromUnixTimeSeconds(seconds) : default;
        return seconds <= LastSecond;
    }

    // Eleven digits of 36 do not overflow; the last sign of 64 bytes in Base64url carries two bits, the others nought.
    [GeneratedRegex("^(?<until>[0-9a-z]{1,11})\\.(?<key>[A-Za-z0-9_-]{8})\\.(?<value>[A-Za-z0-9_-]{85}[AQgw])$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
