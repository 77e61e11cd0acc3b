// What is said, in Vietnamese and English. Parts in braces are filled in.
const texts = {
  title: ["Kiểm mã QR", "Check QR codes"],
  aim: ["Đưa mã QR vào khung", "Hold the QR code in the frame"],
  opening: ["Đang mở máy ảnh…", "Opening the camera…"],
  "trouble.denied": [
    "Trình duyệt chưa cho dùng máy ảnh. Bấm biểu tượng ổ khóa (hoặc dấu ⓘ) cạnh địa chỉ trang, cho phép máy ảnh, rồi bấm Thử lại.",
    "The browser does not allow the camera. Tap the lock (or ⓘ) beside the page's address, allow the camera, then try again.",
  ],
  "trouble.none": ["Không thấy máy ảnh. Dùng máy quét hoặc nhập mã ở dưới.", "There is no camera. Use a scanner or type the code below."],
  "trouble.busy": ["Máy ảnh đang được ứng dụng khác dùng. Đóng ứng dụng đó rồi bấm Thử lại.", "Another app uses the camera. Close it, then try again."],
  "trouble.insecure": [
    "Trang này phải mở bằng địa chỉ https:// mới dùng được máy ảnh và kiểm được chữ ký. Hỏi người quản lý địa chỉ đúng.",
    "Camera and signatures work only under an https:// address. Ask who runs this place for the right one.",
  ],
  "trouble.failed": ["Bộ đọc mã không chạy được trên máy này. Tải lại trang; nếu vẫn vậy, cập nhật trình duyệt.", "The reader does not run on this device. Load the page again; if that does not help, update the browser."],
  again: ["Thử lại", "Try again"],
  torch: ["Đèn", "Torch"],
  type: ["Nhập mã", "Type code"],
  "type.label": ["Không có máy ảnh? Gõ hoặc quét mã vào đây", "No camera? Type or scan the code here"],
  "type.check": ["Kiểm", "Check"],
  close: ["Đóng", "Close"],
  way: ["Chiều đi", "Direction"],
  in: ["Vào", "In"],
  out: ["Ra", "Out"],
  look: ["Chỉ xem", "Only look"],
  language: ["English", "Tiếng Việt"],

  online: ["Có mạng", "Online"],
  offline: ["Mất mạng", "Offline"],
  "lists.fresh": ["danh sách {age}", "lists {age}"],
  "lists.stale": ["danh sách cũ: {age}", "lists are old: {age}"],
  "lists.old": ["danh sách quá cũ: {age}", "lists are too old: {age}"],
  "lists.none": ["chưa có danh sách", "no lists yet"],
  "lists.clock": ["giờ của máy sai", "this device's clock is wrong"],
  "age.now": ["vừa cập nhật", "just updated"],
  "age.minutes": ["{n} phút trước", "{n} min old"],
  "age.hours": ["{n} giờ trước", "{n} h old"],
  "age.days": ["{n} ngày trước", "{n} days old"],
  "queue": ["{n} lượt chờ gửi", "{n} scans waiting"],

  about: ["Máy và danh sách", "Device and lists"],
  "about.place": ["Điểm kiểm soát", "Check point"],
  "about.noPlace": ["Máy chưa được gắn với điểm kiểm soát nào: kiểm được mã, không ghi lượt vào ra.", "This device belongs to no check point: it checks codes and keeps no visits."],
  "about.lists": ["Danh sách lập lúc", "Lists made at"],
  "about.asked": ["Hỏi lần cuối", "Last asked"],
  "about.keys": ["Khóa được tin", "Trusted keys"],
  "about.revoked": ["Chứng nhận bị thu hồi", "Certificates taken back"],
  "about.waiting": ["Lượt chờ gửi", "Scans waiting"],
  "about.update": ["Cập nhật ngay", "Update now"],
  "about.never": ["chưa bao giờ", "never"],
  "asked.kept": ["Đã có danh sách mới.", "The lists are new."],
  "asked.unchanged": ["Danh sách đang là mới nhất.", "The lists are the newest there are."],
  "asked.unreachable": ["Chưa hỏi được máy chủ. Kiểm tra mạng rồi thử lại.", "The house cannot be reached. Check the network, then try again."],
  "asked.damaged": ["Danh sách nhận được bị hỏng nên không dùng. Thử lại sau ít phút.", "What came is damaged and not used. Try again in a few minutes."],
  "asked.signed-by-another": [
    "Danh sách nhận được không do khóa quen ký nên không dùng. Báo người quản lý.",
    "What came is signed by a key that this device does not know, and is not used. Tell who runs this place.",
  ],
  "asked.older": ["Danh sách nhận được cũ hơn danh sách đang có nên không dùng.", "What came is older than what is here, and is not used."],
  "asked.another-version": ["Ứng dụng này quá cũ để đọc danh sách mới. Tải lại trang khi có mạng.", "This app is too old for the new lists. Load the page again while online."],

  "verdict.genuine": ["Hợp lệ", "Genuine"],
  "verdict.rule-not-met": ["Chưa đạt", "Not met"],
  "verdict.cannot-know": ["Chưa rõ", "Unknown"],
  "verdict.not-genuine": ["Không thật", "Not genuine"],
  "verdict.no-certificate": ["Chưa ký", "Unsigned"],
  "verdict.other": ["Không đọc được", "Not readable"],
  "means.genuine": ["Do nơi cấp ký, còn hiệu lực.", "Signed by its issuer and good now."],
  "means.rule-not-met": ["Chứng nhận thật, nhưng:", "Genuine, but:"],
  "means.cannot-know": ["Máy này không biết được, vì:", "This device cannot know, because:"],
  "means.not-genuine": ["Không phải do nơi cấp ký, vì:", "It is not as an issuer signed it:"],
  "means.no-certificate": ["Chỉ là lời khai: không ai ký mã này.", "Only what somebody wrote: nobody signed this code."],
  "means.other": ["Mã này không phải chứng nhận hay giấy tờ nào máy biết đọc. Xin mã khác.", "This code is no certificate or paper that is known here. Ask for another."],
  "means.garbled": ["Bộ gõ tiếng Việt hoặc máy quét làm sai chữ. Tắt bộ gõ rồi quét lại, hoặc dùng máy ảnh.", "An input method or the scanner changed the letters. Switch it off and scan again, or use the camera."],
  compare: ["So họ tên và năm sinh với giấy tờ tùy thân", "Compare name and year of birth with the card"],
  born: ["Sinh năm {year}", "Born {year}"],
  next: ["Chạm để quét tiếp", "Tap for the next"],

  "kind.hcert": ["Chứng nhận", "Certificate"],
  "kind.smart-health-card": ["Thẻ SMART Health", "SMART Health Card"],
  "kind.citizen-card": ["Căn cước công dân", "Citizen card"],
  "kind.id-notice": ["Thông báo số định danh", "Notice of the id number"],
  "kind.insurance-card": ["Thẻ bảo hiểm y tế", "Health insurance card"],
  "kind.personal-qr": ["Mã QR cá nhân", "Personal QR"],
  "kind.other": ["", ""],
  "fact.doses": ["Đã tiêm {dose}/{of} mũi, mũi cuối {date}", "Dose {dose} of {of}, last on {date}"],
  "fact.recovered": ["Đã khỏi bệnh, dương tính lần đầu {date}", "Recovered, first positive on {date}"],
  "fact.until": ["đến {date}", "until {date}"],
  "fact.negative": ["Xét nghiệm âm tính, lấy mẫu {date}", "Negative test, sample of {date}"],
  "fact.positive": ["Xét nghiệm dương tính, lấy mẫu {date}", "Positive test, sample of {date}"],
  "status.asking": ["Đang hỏi máy chủ…", "Asking the house…"],
  "status.doses": ["Theo dữ liệu: {n} mũi, mũi cuối {date}", "On record: {n} doses, last on {date}"],
  "status.complete": ["đủ liều", "series complete"],
  "status.incomplete": ["chưa đủ liều", "series not complete"],
  "status.recovered": ["Theo dữ liệu: đã khỏi bệnh {date}", "On record: recovered {date}"],
  "status.test": ["Theo dữ liệu: xét nghiệm {date}", "On record: tested {date}"],
  "status.unknown": ["Không có trong dữ liệu tiêm chủng.", "Not in the vaccination data."],
  "status.away": ["Chưa hỏi được máy chủ.", "The house could not be asked."],

  "reason.not-base45": ["mã bị hỏng", "the code is damaged"],
  "reason.not-compressed": ["mã bị hỏng", "the code is damaged"],
  "reason.too-large": ["nội dung lớn bất thường", "it is larger than any certificate"],
  "reason.not-signed": ["không có chữ ký", "there is no signature"],
  "reason.no-algorithm": ["ký bằng cách không được chấp nhận", "it is signed in a way that is not accepted"],
  "reason.not-readable": ["nội dung không đọc được", "its content cannot be read"],
  "reason.no-certificate": ["bên trong không có chứng nhận", "there is no certificate in it"],
  "reason.key-unknown": ["khóa của nơi cấp không có trong danh sách", "its issuer's key is not on the list"],
  "reason.key-of-another-kind": ["khóa không đúng loại", "the key is of another kind"],
  "reason.signature-wrong": ["chữ ký sai: nội dung bị sửa hoặc người khác ký", "the signature is wrong: changed, or signed by somebody else"],
  "reason.key-may-not-sign-this": ["khóa này không được ký loại chứng nhận này", "this key may not sign such a certificate"],
  "reason.key-out-of-time": ["khóa không còn hiệu lực lúc ký", "the key was not good when it signed"],
  "reason.revoked": ["nơi cấp đã thu hồi", "its issuer took it back"],
  "reason.not-of-schema": ["nội dung không đúng mẫu", "it is not as its form asks"],
  "reason.not-yet": ["chưa đến ngày có hiệu lực", "it is not good yet"],
  "reason.over": ["đã hết hạn", "it is over"],
  "reason.sample-in-the-future": ["ngày lấy mẫu ở tương lai", "its sample is of the future"],
  "reason.test-positive": ["xét nghiệm dương tính", "the test was positive"],
  "reason.rule-not-met": ["chưa đạt quy định nơi này", "a rule of this place is not met"],
  "reason.rule-unanswered": ["quy định không trả lời được", "a rule comes to no answer"],
  "reason.unsigned": ["không ai ký", "nobody signed it"],
  "reason.part-of-several": ["một phần của thẻ chia thành nhiều mã: xem bản giấy", "one of several codes of a card: look at the paper"],
  "reason.lists-missing": ["máy chưa tải danh sách lần nào: mở trang khi có mạng", "no lists were ever loaded: open the page while online"],
  "reason.lists-old": ["danh sách quá cũ: nối mạng để cập nhật", "the lists are too old: go online to update them"],
  "reason.clock-wrong": ["ngày giờ của máy sai: chỉnh lại rồi quét", "this device's clock is wrong: set it, then scan"],

  "enrol.title": ["Gắn máy này với điểm kiểm soát", "Enrol this device"],
  "enrol.why": [
    "Máy sẽ ghi lượt vào ra (mã hóa trên máy) và gửi về điểm kiểm soát khi có mạng.",
    "The device will keep visits (sealed on the device) and send them to the check point when online.",
  ],
  "enrol.name": ["Tên máy", "Name of this device"],
  "enrol.example": ["Ví dụ: Cổng chính, máy 1", "For example: main gate, phone 1"],
  "enrol.do": ["Gắn máy", "Enrol"],
  "enrol.done": ["Đã gắn máy với {place}.", "This device belongs to {place}."],
  "enrol.away": ["Chưa nối được máy chủ. Kiểm tra mạng rồi bấm lại.", "The house cannot be reached. Check the network, then try again."],
  "enrol.refused": ["Liên kết không dùng được. Xin liên kết mới.", "The link cannot be used. Ask for a new one."],
  "enrol.named": ["Đặt tên cho máy.", "Give the device a name."],
  "off": [
    "Máy này đã bị tắt khỏi điểm kiểm soát. Khóa và các lượt quét trên máy đã được xóa. Muốn dùng tiếp, xin liên kết mới.",
    "This device was switched off. Its key and scans were erased. To go on, ask for a new link.",
  ],
} as const satisfies Record<string, readonly [string, string]>;

export type Text = keyof typeof texts;
export type Language = "vi" | "en";

let spoken: Language = localStorage.getItem("language") === "en" ? "en" : "vi";

export const language = (): Language => spoken;

export function speak(next: Language): void {
  spoken = next;
  localStorage.setItem("language", next);
}

export function say(text: Text, parts: Record<string, string | number> = {}): string {
  return texts[text][spoken === "vi" ? 0 : 1].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(parts[name] ?? whole));
}

/** A date as people here write it; a year or a month stays one. */
export function day(written: string | null | undefined): string {
  const [year, month, date] = (written ?? "").slice(0, 10).split("-");
  return [date, month, year].filter(Boolean).join("/");
}

export function moment(at: number): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())} ${two(date.getDate())}/${two(date.getMonth() + 1)}/${date.getFullYear()}`;
}

export function age(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 2) return say("age.now");
  if (minutes < 120) return say("age.minutes", { n: minutes });
  return minutes < 48 * 60 ? say("age.hours", { n: Math.floor(minutes / 60) }) : say("age.days", { n: Math.floor(minutes / 1440) });
}
