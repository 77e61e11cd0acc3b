using XacThuc.Certificates.Documents.Keys;
using XacThuc.Certificates.Documents.Sample;
using XacThuc.Cli.VerifySignature;
using XacThuc.Matching.Texts;
using XacThuc.Testing.Files;
using Xunit;

namespace XacThuc.Cli.Tests.VerifySignature;

public sealed class VerifySignatureTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 5, 0, 0, TimeSpan.Zero);
    private readonly GivenFile _document = new("Kết quả tiêm chủng ngày 02/03/2026", "results.csv");

    [Theory]
    [InlineData(Language.Vietnamese, "Đúng: Hứa Đức Khánh (UBND xã Hòa Cư) ký lúc 12:00:00 02/03/2026; số chứng thư ")]
    [InlineData(Language.English, "Right: signed by Hứa Đức Khánh (UBND xã Hòa Cư) at 12:00:00 02/03/2026; certificate ")]
    public void A_right_signature_is_told_in_one_sentence(Language language, string sentence)
    {
        var (code, told, said) = Verify(language, _document.Path, Sign(), at: "2026-03-02T14:30");

        Assert.StartsWith(sentence, told, StringComparison.Ordinal);
        Assert.Equal((0, 1, ""), (code, told.Count(letter => letter == '\n'), said));
    }

    [Fact]
    public void What_is_not_right_ends_with_code_one()
    {
        var signature = Sign();
        File.AppendAllText(_document.Path, " ");

        var (altered, told, _) = Verify(Language.English, _document.Path, signature, at: "2026-03-02");
        var (none, _, _) = Verify(Language.English, _document.Path, _document.Path, at: "2026-03-02");

        Assert.StartsWith("NOT right: ", told, StringComparison.Ordinal);
        Assert.Equal((1, 1), (altered, none));
    }

    [Fact]
    public void Without_a_time_it_is_judged_now()
    {
        var (code, told, _) = Verify(Language.English, _document.Path, Sign(), at: null, now: Noon.AddHours(-1));

        Assert.Contains("later than the time of the check", told, StringComparison.Ordinal);
        Assert.Equal(1, code);
    }

    [Theory]
    [InlineData("nowhere", null, null, "nowhere: This file does not exist")]
    [InlineData(null, "nowhere", null, "nowhere: not readable")]
    [InlineData(null, null, "2nd of March", "--at: Write the time")]
    public void What_cannot_be_looked_at_is_refused(string? signature, string? trust, string? at, string sentence)
    {
        var signed = Sign();

        var (code, _, said) = Verify(Language.English, _document.Path, signature ?? signed, at, trust: trust);

        Assert.StartsWith(sentence, said, StringComparison.Ordinal);
        Assert.Equal(2, code);
    }

    public void Dispose() => _document.Dispose();

    private string Sign()
    {
        using var authority = SampleAuthority.Open(_document.Folder, Noon);
        var file = Path.Combine(_document.Folder, "chairman.p12");
        File.WriteAllBytes(file, authority.Issue("Hứa Đức Khánh", "UBND xã Hòa Cư", "secret", Noon));
        Assert.True(KeyFiles.TryOpen(file, "secret", out var key, out _));
        using (key)
        {
            Assert.True(key.TrySign(File.ReadAllBytes(_document.Path), Noon, out var signature, out _));
            File.WriteAllBytes(_document.Path + ".p7s", signature);
        }

        return _document.Path + ".p7s";
    }

    private (int Code, string Told, string Said) Verify(
        Language language, string file, string signature, string? at, string? trust = null, DateTimeOffset? now = null)
    {
        Speech.Language = language;
        using var told = new StringWriter();
        using var said = new StringWriter();
        var terminal = new Terminal(told, false, said, false, new FixedTime(now ?? Noon.AddDays(1)));
        var files = new SignedFiles(file, signature, trust ?? Path.Combine(_document.Folder, "trust"), null);

        var code = new VerifySignatureWork(files, at, terminal).Run();

        return (code, told.ToString(), said.ToString());
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
