using Spectre.Console;
using XacThuc.Cli.Authenticate.Registers;
using XacThuc.Cli.Progress;
using XacThuc.Cli.Report.Texts;
using XacThuc.Matching;
using XacThuc.Matching.Comparing;
using XacThuc.Matching.Indexing;
using XacThuc.Matching.Texts;
using XacThuc.Matching.Weighing;
using XacThuc.Matching.Weighing.Fitting;
using XacThuc.Tables;
using XacThuc.Tables.Rows;

namespace XacThuc.Cli.Explain;

/// <summary>Explains one record: the four comparisons in words, and for each suggestion the waterfall of weights.</summary>
internal sealed class ExplainWork(
    string register, string written, int top, string? modelFile, Terminal terminal, CancellationToken stop)
{
    public int Run()
    {
        if (!TryReadRecord(out var record))
            return terminal.Refuse("--record: " + Speech.Say(
                "Ghi hồ sơ theo mẫu \"họ tên, giới tính, ngày sinh, số CCCD\" và, nếu biết, thêm \", mã xã\".",
                "Write the record as \"full name, sex, date of birth, number\" and, if known, \", commune code\"."));
        try
        {
            var model = modelFile is null ? null : LinkageModel.TryParse(File.ReadAllText(modelFile));
            if (modelFile is not null && model is null)
                return terminal.Refuse($"{modelFile}: " + Speech.Say(
                    "Đây không phải là mô hình của phiên bản xacthuc này. Tạo mô hình bằng lệnh: xacthuc authenticate --model",
                    "This is no model of this version of xacthuc. Have one written with: xacthuc authenticate --model"));
            if (!RegisterOpening.TryOpen(register, ordered: true, new ProblemList(), new RunProgress(), stop, out var index, out var refusal))
                return terminal.Refuse(refusal);
            using var opened = index;
            if (!index.IsIntact(withRoads: true, stop))
                return terminal.Refuse(RegisterOpening.SentenceOf(register, Matching.Indexing.Packing.IndexRefusal.Altered));
            Explain(index, record, model);
            return ExitCode.Ran;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Stopped;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return terminal.Refuse($"{modelFile}: {AtomicOutput.SentenceOf(e)}");
        }
    }

    private bool TryReadRecord(out WrittenRecord record)
    {
        var parts = written.Split([',', '|', ';'], StringSplitOptions.TrimEntries);
        record = parts.Length is 4 or 5
            ? new WrittenRecord(parts[0], parts[1], parts[2], parts[3], parts.Length == 5 ? parts[4] : "")
            : new WrittenRecord("", "", "", "");
        return parts.Length is 4 or 5;
    }

    private void Explain(PopulationIndex index, WrittenRecord record, LinkageModel? model)
    {
        using var authenticator = new Authenticator(index, terminal.Today);
        var comparison = authenticator.Authenticate(record);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.IsOutTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            Out = new AnsiConsoleOutput(terminal.Out),
        });
        if (!terminal.IsOutTerminal) console.Profile.Width = 140;

        console.WriteLine($"{ReportTexts.Of(comparison.Status).In(Speech.Language)} ({ContractWords.Of(comparison.Status)})");
        console.Write(Fields(comparison, record));
        if (comparison.Status == RecordStatus.Matched) return;

        var engine = new SuggestionEngine(index, terminal.Today);
        if (model is not null) engine.Model = model;
        using var suggester = engine.NewSuggester();
        var explanations = suggester.Explain(record, top);
        console.WriteLine(explanations.Count == 0
            ? Speech.Say("Không ai trong dữ liệu dân cư giống hồ sơ này.", "Nobody in the register is like this record.")
            : Speech.Say(
                "Có thể là ai, và vì sao (bit; thêm 1 là khả năng gấp đôi):", "Who it may be, and why (bits; +1 doubles the odds):"));
        foreach (var explanation in explanations) console.Write(Waterfall(explanation));
    }

    private static Table Fields(Comparison comparison, WrittenRecord record)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns(
            Speech.Say("trường", "field"), Speech.Say("hồ sơ ghi", "record"), Speech.Say("đối chiếu", "verdict"),
            Speech.Say("lý do", "why"));
        Add(MandatoryField.Name, record.FullName, comparison.Name, "name.");
        Add(MandatoryField.Sex, record.Sex, comparison.Sex, "sex.");
        Add(MandatoryField.DateOfBirth, record.DateOfBirth, comparison.DateOfBirth, "dob.");
        Add(MandatoryField.Number, record.IdNumber, comparison.Number, "id.");
        return table;

        void Add(MandatoryField field, string text, FieldVerdict verdict, string prefix)
        {
            var reasons = comparison.Reasons.Each()
                .Where(reason => Reasons.Code(reason).StartsWith(prefix, StringComparison.Ordinal))
                .Select(reason => $"{ReasonTexts.Of(reason).In(Speech.Language)} ({Reasons.Code(reason)})");
            table.AddRow(
                ReportTexts.Of(field).In(Speech.Language), text.EscapeMarkup(), ReportTexts.Of(verdict).In(Speech.Language), string.Join("; ", reasons).EscapeMarkup());
        }
    }

    private static Table Waterfall(Explanation explanation)
    {
        var person = explanation.Person;
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn($"{explanation.Suggestion.Rank}. {explanation.Suggestion.Probability:0.0000}");
        table.AddColumn($"{person.FullName}, {person.Sex}, {person.DateOfBirth}, {person.PersonalId}, {person.CommuneCode}".EscapeMarkup());
        table.AddColumn(new TableColumn("bits").RightAligned());
        table.AddColumn("");
        table.AddRow(
            Speech.Say("trước khi so", "before"), Speech.Say("một trong mọi người", "one of all people"), Bits(explanation.Prior), "");
        var sum = explanation.Prior;
        foreach (var field in explanation.Fields)
        {
            sum += field.Bits;
            table.AddRow(field.Field, field.Level, Bits(field.Bits), Bar(field.Bits));
        }

        table.AddRow(Speech.Say("cộng lại", "together"), explanation.Suggestion.Reasons.ToString(), Bits(sum), "");
        return table;
    }

    private static string Bits(double bits) => bits.ToString("+0.0;-0.0;0.0");

    private static string Bar(double bits) => new(bits < 0 ? '-' : '+', Math.Min(30, (int)Math.Round(Math.Abs(bits))));
}
