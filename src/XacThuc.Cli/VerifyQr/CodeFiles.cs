using System.Text;
using XacThuc.Cli.VerifyQr.Pictures;
using XacThuc.Matching.Texts;
using XacThuc.Tables;

namespace XacThuc.Cli.VerifyQr;

/// <summary>Texts of codes out of files, told apart by their content.</summary>
internal static class CodeFiles
{
    private const int MostBytes = 64 << 20;

    /// <summary>Reads a file; says why not where it cannot be read.</summary>
    public static byte[]? Read(string path, Terminal terminal)
    {
        try
        {
            if (new FileInfo(path) is not { Exists: true, Length: > MostBytes }) return File.ReadAllBytes(path);
            terminal.Refuse($"{path}: " + Speech.Say("Tệp lớn hơn 64 MB. Chọn đúng ảnh hoặc tệp có mã.", "The file is larger than 64 MB. Choose the picture or file with the code."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Refuse($"{path}: {FileSentences.Of(e)}");
        }

        return null;
    }

    /// <summary>The texts of its codes: of a picture, of the pages of a PDF, or its lines.</summary>
    public static IReadOnlyList<string> TextsOf(byte[] file)
    {
        if (file.AsSpan(0, Math.Min(file.Length, 1024)).IndexOf("%PDF-"u8) >= 0) return PdfCodes.Of(file);
        if (!IsText(file)) return PictureCodes.Of(file);
        return [.. Encoding.UTF8.GetString(file).TrimStart('\uFEFF').Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
    }

    private static bool IsText(byte[] file) => file.AsSpan(0, Math.Min(file.Length, 4096)).IndexOfAnyInRange((byte)0, (byte)8) < 0 && file is not [0xFF, 0xD8, ..];
}
