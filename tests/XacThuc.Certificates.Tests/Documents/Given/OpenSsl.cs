using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace XacThuc.Certificates.Tests.Documents.Given;

/// <summary>OpenSSL's own command, which knows nothing of this repository.</summary>
internal static class OpenSsl
{
    /// <summary>Whether it verifies the signature as detached CAdES under the document.</summary>
    public static bool Verifies(GivenFolder folder, GivenAuthority root, byte[] signature, byte[] document) => Run(
        "cms", "-verify", "-binary", "-cades", "-inform", "DER", "-purpose", "any", "-attime", Seconds(Times.Noon), "-in", folder.Add("s.p7s", signature),
        "-content", folder.Add("document", document), "-CAfile", folder.Add("root.pem", root.Certificate), "-out", folder.Path + "/out") == 0;

    /// <summary>The exit code; the test is skipped where there is no OpenSSL.</summary>
    public static int Run(params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo("openssl", arguments) { UseShellExecute = false, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (Win32Exception)
        {
            Assert.Skip("Needs the command openssl.");
            throw;
        }
    }

    private static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString();
}
