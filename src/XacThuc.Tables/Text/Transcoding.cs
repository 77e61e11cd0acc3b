using System.Text;
using System.Text.Unicode;
using Microsoft.Win32.SafeHandles;

namespace XacThuc.Tables.Text;

/// <summary>Copies a text into a temporary file as UTF-8.</summary>
public static class Transcoding
{
    public static SafeFileHandle ToUtf8(SafeFileHandle file, Encoding encoding)
    {
        var copy = TemporaryFile.Create();
        try
        {
            using var output = new TemporaryWriter(copy);
            var decoder = encoding.GetDecoder();
            var bytes = new byte[1 << 16];
            var characters = new char[encoding.GetMaxCharCount(bytes.Length)];
            var utf8 = new byte[Encoding.UTF8.GetMaxByteCount(characters.Length)];
            long at = 0;
            int read;
            do
            {
                read = RandomAccess.Read(file, bytes, at);
                at += read;
                var count = decoder.GetChars(bytes, 0, read, characters, 0, flush: read == 0);
                Utf8.FromUtf16(characters.AsSpan(0, count), utf8, out _, out var written);
                output.Write(utf8.AsSpan(0, written));
            }
            while (read > 0);

            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    /// <summary>Copies what cannot be read twice, such as a pipe.</summary>
    public static SafeFileHandle Copy(SafeFileHandle pipe)
    {
        var copy = TemporaryFile.Create();
        try
        {
            using var output = new TemporaryWriter(copy);
            var bytes = new byte[1 << 16];
            while (RandomAccess.Read(pipe, bytes, 0) is > 0 and var read) output.Write(bytes.AsSpan(0, read));
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }
}
