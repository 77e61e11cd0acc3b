using System.Text.Json;
using XacThuc.Certificates.Rules;
using XacThuc.Matching.Texts;
using XacThuc.Tables;

namespace XacThuc.Cli.Rules;

/// <summary>Tries rules on their tests, or the rule language on its suites, and prints what each case came to.</summary>
internal sealed class RulesTest(IReadOnlyList<string> paths, bool areSuites, Terminal terminal)
{
    /// <summary>What the shell is told where a case came to something else.</summary>
    public const int Differs = 1;

    private (int Cases, int Agreeing, bool IsWhole) _sum = (0, 0, true);

    public int Run()
    {
        foreach (var path in paths)
        {
            if (areSuites) Suite(path);
            else Folder(path);
        }

        if (_sum.Cases == 0 && _sum.IsWhole)
            return terminal.Refuse(Speech.Say("Không có trường hợp nào: chỉ tới thư mục có rule.json và tests/*.json.", "There is no case: point at folders with rule.json and tests/*.json."));
        terminal.Error.WriteLine(Speech.Say($"{_sum.Cases} trường hợp, {_sum.Agreeing} khớp.", $"{_sum.Cases} cases, {_sum.Agreeing} agree."));
        return !_sum.IsWhole ? ExitCode.Refused : _sum.Agreeing == _sum.Cases ? ExitCode.Ran : Differs;
    }

    private void Folder(string path)
    {
        if (!Directory.Exists(path))
        {
            Refuse(path, FileSentences.Missing);
            return;
        }

        foreach (var file in Directory.EnumerateFiles(path, "rule.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var tests = Path.Combine(Path.GetDirectoryName(file)!, "tests");
            if (Read(file) is not { ValueKind: JsonValueKind.Object } written || !written.TryGetProperty("Logic", out var logic))
            {
                Refuse(file, Speech.Say("Không có phần Logic.", "It has no Logic."));
                continue;
            }

            var rule = LogicExpression.Read(logic);
            if (!Directory.Exists(tests)) continue;
            foreach (var test in Directory.EnumerateFiles(tests, "*.json").Order(StringComparer.Ordinal)) Try(rule, test);
        }
    }

    private void Try(LogicExpression rule, string file)
    {
        if (Read(file) is not { } vector) return;
        if (vector.ValueKind != JsonValueKind.Object || !vector.TryGetProperty("expected", out var expected))
        {
            Refuse(file, Speech.Say("Không ghi kết quả mong đợi (expected).", "It says no expected result."));
            return;
        }

        Tell(RuleCase.Of(file, name: null, LogicValue.Of(expected), rule.Evaluate(LogicValue.Of(vector))));
    }

    private void Suite(string path)
    {
        if (Read(path) is not { } suite) return;
        if (LogicSuite.Find(path, suite) is not { } cases)
        {
            Refuse(path, Speech.Say("Không phải bộ kiểm thử CertLogic.", "It is no suite of CertLogic."));
            return;
        }

        foreach (var one in cases) Tell(one);
    }

    private void Tell(RuleCase one)
    {
        terminal.Out.WriteLine(one.ToJson());
        _sum = _sum with { Cases = _sum.Cases + 1, Agreeing = _sum.Agreeing + (one.Agrees ? 1 : 0) };
    }

    private JsonElement? Read(string file)
    {
        try
        {
            return JsonElement.Parse(File.ReadAllBytes(file));
        }
        catch (JsonException)
        {
            Refuse(file, Speech.Say("Không phải JSON.", "It is no JSON."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Refuse(file, FileSentences.Of(e));
        }

        return null;
    }

    // The others go on.
    private void Refuse(string file, string sentence)
    {
        _sum = _sum with { IsWhole = false };
        terminal.Refuse($"{file}: {sentence}");
    }
}
