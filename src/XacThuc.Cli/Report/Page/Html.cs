using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using XacThuc.Cli.Report.Texts;
using XacThuc.Matching.Texts;

namespace XacThuc.Cli.Report.Page;

/// <summary>
/// Writes a page: what stands in the source as text is markup, what stands in a hole is content and always escaped.
/// </summary>
internal sealed class Html(TextWriter output)
{
    // Vietnamese letters stay letters.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private TextWriter Output { get; } = output;

    public void Write([InterpolatedStringHandlerArgument("")] Parts parts) => _ = parts;

    /// <summary>Text that is markup already: a style, a script, made by this program.</summary>
    public void WriteRaw(string markup) => Output.Write(markup);

    [InterpolatedStringHandler]
    public readonly ref struct Parts
    {
        private readonly TextWriter _output;

        public Parts(int literalLength, int formattedCount, Html html)
        {
            _ = literalLength + formattedCount;
            _output = html.Output;
        }

        public void AppendLiteral(string markup) => _output.Write(markup);

        public void AppendFormatted(string text) => Encoder.Encode(_output, text);

        /// <summary>Both languages, of which the page shows the chosen one.</summary>
        public void AppendFormatted(Bilingual text)
        {
            if (string.Equals(text.Vi, text.En, StringComparison.Ordinal))
            {
                AppendFormatted(text.Vi);
                return;
            }

            _output.Write("<span class=\"vi\" lang=\"vi\">");
            Encoder.Encode(_output, text.Vi);
            _output.Write("</span><span class=\"en\" lang=\"en\">");
            Encoder.Encode(_output, text.En);
            _output.Write("</span>");
        }

        public void AppendFormatted(long count) => AppendFormatted(Figure.Count(count));

        public void AppendFormatted(Tone tone) => _output.Write(tone.Word());
    }
}
