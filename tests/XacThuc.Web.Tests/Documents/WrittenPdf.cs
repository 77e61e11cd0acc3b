using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace XacThuc.Web.Tests.Documents;

/// <summary>A PDF as a reader of another make finds it: Debian's poppler.</summary>
internal sealed partial class WrittenPdf(byte[] bytes)
{
    private readonly string _whole = Encoding.Latin1.GetString(bytes);

    /// <summary>Whether it begins and ends as one.</summary>
    public bool IsWhole => _whole.StartsWith("%PDF-1.", StringComparison.Ordinal) && _whole.TrimEnd().EndsWith("%%EOF", StringComparison.Ordinal);

    /// <summary>How many pages it has.</summary>
    public int Pages => PageObject().Count(_whole);

    /// <summary>The words of all pages, a space apart; the test is skipped where nothing reads them.</summary>
    public async Task<string> Read(CancellationToken stop)
    {
        var start = new ProcessStartInfo("pdftotext", ["-enc", "UTF-8", "-", "-"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("Nothing here reads PDF: apt-get install poppler-utils");
            throw;
        }

        using (process)
        {
            var text = process.StandardOutput.ReadToEndAsync(stop);
            await process.StandardInput.BaseStream.WriteAsync(bytes, stop);
            process.StandardInput.Close();
            await process.WaitForExitAsync(stop);
            Assert.Equal(0, process.ExitCode);
            return string.Join(' ', (await text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
    }

    [GeneratedRegex(@"/Type /Page\b(?!s)", RegexOptions.ExplicitCapture)]
    private static partial Regex PageObject();
}
