using System.Diagnostics;
using XacThuc.Testing.Files;
using Xunit;

namespace XacThuc.Cli.Tests;

/// <summary>The command as a clerk runs it, in the language of her system or the one she asks for.</summary>
public sealed class LanguageTests
{
    private const string Register =
        "personal_id,old_id,full_name,sex,date_of_birth,commune_code\n" +
        "020079000111,,Hứa Đức Khánh,Nam,1979-05-17,06007\n" +
        "02007900,,Vi Văn Sơn,Nam,1980-05-17,06007\n";

    private const string Records =
        "record_id,full_name,sex,date_of_birth,id_number,commune_code\n" +
        "R1,Hứa Đức Khánh,Nam,17/05/1979,020079000111,06007\n" +
        "R2,Hứa Đức\n";

    [Theory]
    [InlineData("C.UTF-8", "", "This file does not exist")]
    [InlineData("", "vi_VN.UTF-8", "Không có tệp này")]
    [InlineData("en_US.UTF-8", "vi_VN.UTF-8", "This file does not exist")]
    public async Task Language_is_that_of_the_system(string all, string lang, string sentence)
    {
        using var folder = new GivenFile(Records, "records.csv");

        var (_, said, code) = await Run(all, lang, "authenticate", "--register", "nowhere.csv", "--records", "nowhere.csv", "--out", folder.Path + ".out");

        Assert.Contains(sentence, said, StringComparison.Ordinal);
        Assert.Equal(2, code);
    }

    [Theory]
    [InlineData("vi", "Dòng có ít ô hơn dòng tiêu đề", "Không phải số định danh 12 chữ số", "ô 3")]
    [InlineData("en", "The row has fewer cells than the headings", "Not a personal id of 12 digits", "cell 3")]
    public async Task Problems_of_rows_are_told_in_the_language_asked_for(string language, string row, string person, string place)
    {
        using var register = new GivenFile(Register, "register.csv");
        using var records = new GivenFile(Records, "records.csv");

        var (told, _, code) = await Run(
            "C.UTF-8", "", "--language", language, "authenticate", "--register", register.Path, "--records", records.Path,
            "--out", records.Path + ".out");

        Assert.Contains(row, told, StringComparison.Ordinal);
        Assert.Contains(person, told, StringComparison.Ordinal);
        Assert.Contains(place, told, StringComparison.Ordinal);
        Assert.Equal(0, code);
        Assert.Contains("\nR1,matched,right,right,right,right,\n", File.ReadAllText(records.Path + ".out"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("thiếu --out.", "authenticate", "--register", "a", "--records", "b")]
    [InlineData("--out cần một giá trị đi kèm.", "sample", "--people", "5", "--out")]
    [InlineData("không có lệnh hoặc tham số nào là 'thu'.", "audit", "verify", "--house", "register", "thu")]
    [InlineData("'x' không được nhận, chỉ nhận: 'none', 'accounts', 'district'.", "run", "--sample", "x")]
    [InlineData("'x' không dùng được cho --seed.", "sample", "--seed", "x", "--out", "o")]
    [InlineData("--people nhận một số từ 1 đến", "sample", "--people", "0", "--out", "o")]
    [InlineData("--top", "authenticate", "--top", "x", "--register", "a", "--records", "b", "--out", "c")]
    [InlineData("--platform nhận một địa chỉ như http://localhost:5100.", "run", "--platform", "x")]
    public async Task A_command_typed_wrongly_is_told_in_vietnamese(string told, params string[] typed)
    {
        var (_, said, code) = await Run("", "vi_VN.UTF-8", typed);

        Assert.Contains(told, said, StringComparison.Ordinal);
        Assert.DoesNotContain("'.  ", said, StringComparison.Ordinal);
        Assert.Equal(2, code);
    }

    [Fact]
    public async Task Language_that_is_not_spoken_is_refused()
    {
        var (_, said, code) = await Run("C.UTF-8", "", "--language", "fr", "sample", "--out", "nowhere");

        Assert.Contains("'fr'", said, StringComparison.Ordinal);
        Assert.Equal(2, code);
    }

    private static async Task<(string Told, string Said, int Code)> Run(string all, string lang, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "xacthuc.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LC_ALL"] = all, ["LC_MESSAGES"] = "", ["LANG"] = lang },
        };
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var told = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (told, await said, process.ExitCode);
    }
}
