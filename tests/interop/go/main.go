// Follows a log and checks receipts with golang.org/x/mod/sumdb, the library by the authors of the tile format and the
// signed notes that C2SP's texts describe. scripts/check-with-go runs it.
//
//	main LOG-URL VKEY SECONDS [RECEIPT VKEY-OF-ITS-LOG]
//
// SECONDS is how long to wait for a later checkpoint, to which the first one is proved to lead.
package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "the check failed:", err)
		os.Exit(1)
	}
}

func mustBe(fact bool, what string) {
	if !fact {
		must(fmt.Errorf("not so: %s", what))
	}
}

func readFile(name string) []byte {
	content, err := os.ReadFile(name)
	must(err)
	return content
}

func fetch(url string) ([]byte, error) {
	answer, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", url, answer.Status)
	}
	return io.ReadAll(answer.Body)
}

// tlog-checkpoint: origin, size, root. tlog.ParseTree knows the first line of Go's own log alone.
func openCheckpoint(text []byte, key note.Verifier) tlog.Tree {
	opened, err := note.Open(text, note.VerifierList(key))
	must(err)
	lines := strings.Split(opened.Text, "\n")
	mustBe(len(lines) >= 4 && lines[0] == key.Name(), "the checkpoint is of this log")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	root, err := tlog.ParseHash(lines[2])
	must(err)
	return tlog.Tree{N: size, Hash: root}
}

// Tiles under a URL. tlog-tiles leaves the height out of a tile's path.
type tiles struct{ url string }

func (t tiles) Height() int                     { return tileHeight }
func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}
func (t tiles) address(tile tlog.Tile) string   { return t.url + "/" + tlogPath(tile) }
func tlogPath(tile tlog.Tile) string            { return strings.Replace(tile.Path(), "tile/8/", "tile/", 1) }
func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range wanted {
		content, err := fetch(t.address(tile))
		if err != nil {
			return nil, err
		}
		all = append(all, content)
	}
	return all, nil
}

// Every entry, against the tiles, which the library checks against the root before it hands out a hash.
func checkEntries(log tiles, tree tlog.Tree) {
	hashes := tlog.TileHashReader(tree, log)
	for first := int64(0); first < tree.N; first += 1 << tileHeight {
		tile := tlog.Tile{H: tileHeight, L: -1, N: first >> tileHeight, W: 1 << tileHeight}
		if tree.N-first < int64(tile.W) {
			tile.W = int(tree.N - first)
		}
		bundle, err := fetch(log.url + "/" + strings.Replace(tile.Path(), "tile/8/data/", "tile/entries/", 1))
		must(err)
		for i := first; i < first+int64(tile.W); i++ {
			mustBe(len(bundle) >= 2, "a bundle has an entry for each leaf")
			size := int(binary.BigEndian.Uint16(bundle))
			mustBe(len(bundle) >= 2+size, "an entry is whole")
			leaf := tlog.RecordHash(bundle[2 : 2+size])
			bundle = bundle[2+size:]
			kept, err := hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, i)})
			must(err)
			mustBe(kept[0] == leaf, fmt.Sprintf("entry %d is the one in the tree", i))
			if i%97 == 0 || i == tree.N-1 {
				proof, err := tlog.ProveRecord(tree.N, i, hashes)
				must(err)
				must(tlog.CheckRecord(proof, tree.N, tree.Hash, i, leaf))
			}
		}
		mustBe(len(bundle) == 0, "a bundle has nothing after its entries")
	}
	root, err := tlog.TreeHash(tree.N, hashes)
	must(err)
	mustBe(root == tree.Hash, "the tiles make the signed root")
}

func checkGrowth(log tiles, key note.Verifier, before tlog.Tree, wait time.Duration) {
	for end := time.Now().Add(wait); time.Now().Before(end); time.Sleep(time.Second / 2) {
		text, err := fetch(log.url + "/checkpoint")
		must(err)
		after := openCheckpoint(text, key)
		mustBe(after.N >= before.N, "a log never gets smaller")
		if after.N == before.N {
			continue
		}
		proof, err := tlog.ProveTree(after.N, before.N, tlog.TileHashReader(after, log))
		must(err)
		must(tlog.CheckTree(proof, after.N, after.Hash, before.N, before.Hash))
		fmt.Printf("%d entries lead to %d\n", before.N, after.N)
		return
	}
	must(fmt.Errorf("the log did not grow"))
}

// RFC 8785 for what our entries hold: objects, arrays, strings without U+2028 and U+2029, whole numbers.
func canonical(value any) []byte {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	must(encoder.Encode(value))
	return bytes.TrimSuffix(out.Bytes(), []byte("\n"))
}

// tlog-proof, and the leaf that it opens: HMAC-SHA-256 of the entry under the proof's extra data.
func checkOpening(entry any, proof string, key note.Verifier) {
	head, checkpoint, found := strings.Cut(proof, "\n\n")
	lines := strings.Split(head, "\n")
	mustBe(found && len(lines) >= 3 && lines[0] == "c2sp.org/tlog-proof@v1", "this is a proof")
	salt, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	must(err)
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	must(err)
	var path tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		must(err)
		path = append(path, hash)
	}
	mac := hmac.New(sha256.New, salt)
	mac.Write(canonical(entry))
	tree := openCheckpoint([]byte(checkpoint), key)
	must(tlog.CheckRecord(path, tree.N, tree.Hash, index, tlog.RecordHash(mac.Sum(nil))))
}

func checkReceipt(text []byte, key note.Verifier) {
	var receipt struct {
		Entry     any
		Proof     string
		Enrolment struct {
			Entry any
			Proof string
		}
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	must(decoder.Decode(&receipt))
	checkOpening(receipt.Entry, receipt.Proof, key)
	checkOpening(receipt.Enrolment.Entry, receipt.Enrolment.Proof, key)
}

func newKey(vkey []byte) note.Verifier {
	key, err := note.NewVerifier(strings.TrimSpace(string(vkey)))
	must(err)
	return key
}

func main() {
	mustBe(len(os.Args) == 4 || len(os.Args) == 6, "main LOG-URL VKEY SECONDS [RECEIPT VKEY-OF-ITS-LOG]")
	if len(os.Args) == 6 {
		checkReceipt(readFile(os.Args[4]), newKey(readFile(os.Args[5])))
		fmt.Println("the receipt holds: its entry and its key's enrolment are in the log")
	}
	log, key := tiles{os.Args[1]}, newKey([]byte(os.Args[2]))
	seconds, err := strconv.Atoi(os.Args[3])
	must(err)
	text, err := fetch(log.url + "/checkpoint")
	must(err)
	tree := openCheckpoint(text, key)
	checkEntries(log, tree)
	fmt.Printf("%d entries are in the tree whose root is signed\n", tree.N)
	checkGrowth(log, key, tree, time.Duration(seconds)*time.Second)
}
